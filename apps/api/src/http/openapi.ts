import { OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { endpoints } from '@ippo/contracts';

/** The OpenAPI document of the contract, made once when it is first asked for. */
export function openApiDocument(version: string) {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  let made: ReturnType<OpenAPIGenerator['generate']> | undefined;
  return () =>
    (made ??= generator.generate(endpoints, {
      info: { title: 'Ippo', version },
      servers: [{ url: '/api' }],
    }));
}
