import { OpenAPIGenerator, type OpenAPI } from '@orpc/openapi';
import { traverseContractProcedures } from '@orpc/server';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { endpoints, problemSchema } from '@ippo/contracts';
import { z } from 'zod';

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
      },
    },
  });
  const open = openOperations();
  for (const operation of operationsOf(document)) {
    operation.responses = { ...operation.responses, default: problemResponse };
    operation.security = open.has(operation.operationId ?? '') ? [] : [{ session: [] }];
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

function openOperations(): Set<string> {
  const names = new Set<string>();
  traverseContractProcedures({ router: endpoints, path: [] }, ({ contract, path }) => {
    if (contract['~orpc'].meta.permission === 'anyone') names.add(path.join('.'));
  });
  return names;
}
