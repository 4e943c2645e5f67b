import type { Generated } from '../gen/generated.ts';

/** An export format and its test. It renders nothing but the rows' own JSON until written. */
export function formatFiles(id: string): Generated[] {
  const base = `packages/reports/src/formats/${id}`;
  return [
    { file: `${base}.ts`, text: formatText(id) },
    { file: `${base}.test.ts`, text: testText(id) },
  ];
}

function formatText(id: string): string {
  return `import { defineReportFormat } from '../define-report-format.ts';

export default defineReportFormat({
  id: '${id}',
  label: { en: '${id}', ja: '${id}' },
  purpose: { en: 'What ${id} is for.', ja: '${id} の用途。' },
  extension: 'jsonl',
  mediaType: 'application/jsonl; charset=utf-8',
  async *renderTable({ rows }) {
    for await (const row of rows) yield \`\${JSON.stringify(row)}\\n\`;
  },
});
`;
}

function testText(id: string): string {
  return `import { expect, it } from 'vitest';
import format from './${id}.ts';

it('is called by the name of its file', () => {
  const { id } = format;

  expect(id).toBe('${id}');
});
`;
}
