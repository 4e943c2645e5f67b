import { exportOptionsSchema, reportOrderSchema, streams, type Permission } from '@ippo/contracts';
import { tableFormats, type ReportFormat } from '@ippo/reports';
import type { OpenAPI } from '@orpc/openapi';
import { z } from 'zod';
import type { ExportTable } from '../exports/define-export.ts';
import { writingFormats } from '../reports/check-order.ts';
import { exportTables } from '../exports/tables.gen.ts';

/** Exports as operations of the OpenAPI document: each a file, so no schema of the contract has them. */
export function describeExports() {
  const paths: NonNullable<OpenAPI.Document['paths']> = {};
  const permissions = new Map<string, Permission>();
  for (const table of exportTables) {
    const operationId = `export.${table.id}`;
    permissions.set(operationId, table.permission);
    paths[`/exports/${table.id}`] = {
      get: {
        operationId,
        summary: `${table.title.en} as a file`,
        parameters: parametersOf(table),
        responses: {
          200: {
            description: 'The file',
            content: Object.fromEntries(tableFormats.map(contentOf)),
          },
        },
      },
    };
  }
  permissions.set('reports.make', streams['reports.make'].permission);
  paths[streams['reports.make'].path] = { post: reportOperation() };
  return { paths, permissions };
}

function reportOperation() {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(reportOrderSchema, { io: 'input' });
  return {
    operationId: 'reports.make',
    summary: 'Make the auditor’s report as a file, and keep its digest',
    requestBody: {
      required: true,
      content: { 'application/json': { schema: schema as object } },
    },
    responses: {
      200: {
        description: 'The file; its record is named by the header `ippo-report`',
        content: Object.fromEntries(writingFormats.map(contentOf)),
      },
    },
  };
}

type Parameter = NonNullable<OpenAPI.OperationObject['parameters']>[number];

function parametersOf({ input }: ExportTable): Parameter[] {
  const known = z.toJSONSchema(input.extend(exportOptionsSchema.shape), { io: 'input' });
  return Object.entries(known.properties ?? {}).map(([name, schema]) => ({
    ...{ name, in: 'query', required: known.required?.includes(name) ?? false },
    schema: (name === 'format' ? { enum: tableFormats.map(({ id }) => id) } : schema) as object,
  }));
}

function contentOf({ mediaType, extension }: ReportFormat) {
  const [type = mediaType] = mediaType.split(';');
  const schema = { type: extension === 'json' ? 'object' : 'string' } as const;
  return [type, { schema }] as const;
}
