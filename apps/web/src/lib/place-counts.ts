import type { Finding } from '@ippo/contracts';
import { findingShape } from './report-steps.ts';

const kinds = {
  pass: 'judged',
  fail: 'judged',
  blocked: 'judged',
  unknown: 'not-read',
  manual: 'asked',
  'not-applicable': 'nothing',
} as const satisfies Record<ReturnType<typeof findingShape>, string>;

/** What became of a check's places, each kind that occurs with its number. */
export function placeCounts(findings: readonly Finding[]) {
  const found = findings.map((finding) => kinds[findingShape(finding)]);
  return (['judged', 'not-read', 'asked', 'nothing'] as const)
    .map((kind) => ({ kind, n: found.filter((one) => one === kind).length }))
    .filter(({ n }) => n > 0);
}
