import type { Assessment, Evidence, EvidenceReading } from '@ippo/contracts';

const minute = 60_000;

/** From the first to the last call to AWS, and how many were answered; nulls where there was none. */
export function readingSpan({ calls }: Evidence): Assessment['readings'] {
  const instants = calls.map(({ at }) => at).toSorted((a, b) => Date.parse(a) - Date.parse(b));
  const answered = calls.filter(({ outcome }) => outcome === 'answered').length;
  return {
    first: instants[0] ?? null,
    last: instants.at(-1) ?? null,
    ...{ calls: calls.length, answered, refused: calls.length - answered },
  };
}

/** IAM's credential report, how old when the scan ended; null where none was asked for. */
export function credentialReport(evidence: Evidence): Assessment['credentialReport'] {
  const reading = evidence.readings.find(
    (one): one is EvidenceReading<'iam.credential-report'> => one.type === 'iam.credential-report',
  );
  if (reading === undefined) return null;
  if (!reading.readable) return { readable: false, action: reading.action, reason: reading.reason };
  const generatedAt = reading.value.GeneratedTime;
  const age = Date.parse(evidence.finishedAt) - Date.parse(generatedAt);
  // A report from AWS's future is one of a clock that differs: its age is none.
  return { readable: true, generatedAt, ageMinutes: Math.max(0, Math.floor(age / minute)) };
}
