import type { Call, CheckResult } from '@ippo/contracts';
import type { api } from '../../lib/api-client.ts';

/** The evidence of a check as the API gives it. */
export type CheckEvidence = Awaited<ReturnType<typeof api.scans.evidence>>;
export type EvidenceItem = CheckEvidence['readings'][number];

/** A reading with the calls it came from. */
export type ReadingWithCalls = { reading: EvidenceItem; calls: Call[] };

/** Readings in the order a reader wants them: those behind a fail, then the rest as they came. */
export function orderReadings(evidence: CheckEvidence, check: CheckResult): ReadingWithCalls[] {
  return evidence.readings
    .map((reading) => ({
      reading,
      calls: reading.calls.flatMap((index) => evidence.calls[String(index)] ?? []),
    }))
    .toSorted((a, b) => Number(deciding(check, b.calls)) - Number(deciding(check, a.calls)));
}

/** Whether any of the calls is named by a finding that made the roll-up what it is. */
export function deciding(check: CheckResult, calls: readonly Call[]): boolean {
  return check.findings
    .filter(({ outcome }) => outcome === check.outcome)
    .flatMap(({ evidence }) => evidence)
    .some((ref) =>
      calls.some((call) => call.operation === ref.operation && call.region === ref.region),
    );
}
