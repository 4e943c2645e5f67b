import { OpenAPIGenerator, type OpenAPI } from '@orpc/openapi';
import { traverseContractProcedures } from '@orpc/server';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { endpoints, keyAllows, keyPrefix, problemSchema, type Permission } from '@ippo/contracts';
import { z } from 'zod';
import { describeExports } from './export-operations.ts';

/** The OpenAPI document of the contract, made once when it is first asked for. */
export function openApiDocument(version: string): () => Promise<OpenAPI.Document> {
  let made: Promise<OpenAPI.Document> | undefined;
  return () => (made ??= generate(version));
}

async function generate(version: string): Promise<OpenAPI.Document> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const document = await generator.generate(endpoints, {
    info: { title: 'Ippo', version },
    servers: [{ url: '/api' }],
    components: {
      schemas: { Problem: problemJsonSchema() },
      securitySchemes: {
        session: {
          ...{ type: 'apiKey', in: 'cookie', name: 'ippo.session_token' },
          description: 'Set by signing in; over https its name begins with __Secure-.',
        },
        key: {
          ...{ type: 'http', scheme: 'bearer', bearerFormat: `${keyPrefix}…` },
          description: 'A personal API key; it counts instead of any cookie.',
        },
      },
    },
  });
  const exports = describeExports();
  document.paths = { ...document.paths, ...exports.paths };
  const permissionOf = new Map([...permissionsByOperation(), ...exports.permissions]);
  for (const operation of operationsOf(document)) {
    operation.responses = { ...operation.responses, default: problemResponse };
    operation.security = waysIn(permissionOf.get(operation.operationId ?? '') ?? 'anyone');
  }
  return document;
}

const problemResponse: OpenAPI.ResponseObject = {
  description: 'Every error is a problem body (RFC 9457) with a stable code.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

function problemJsonSchema(): OpenAPI.SchemaObject {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(problemSchema);
  return schema as OpenAPI.SchemaObject;
}

function operationsOf({ paths = {} }: OpenAPI.Document): OpenAPI.OperationObject[] {
  return Object.values(paths).flatMap((item) =>
    [item?.get, item?.post, item?.put, item?.patch, item?.delete].filter(
      (operation) => operation !== undefined,
    ),
  );
}

function waysIn(permission: Permission): OpenAPI.SecurityRequirementObject[] {
  if (permission === 'anyone') return [];
  return keyAllows('scan', permission) ? [{ session: [] }, { key: [] }] : [{ session: [] }];
}

function permissionsByOperation(): Map<string, Permission> {
  const found = new Map<string, Permission>();
  traverseContractProcedures({ router: endpoints, path: [] }, ({ contract, path }) => {
    found.set(path.join('.'), contract['~orpc'].meta.permission as Permission);
  });
  return found;
}
