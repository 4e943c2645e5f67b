import type { Finding, ReadingReason, Reason } from '@ippo/contracts';

/** Findings that say the same of several places. */
export type FindingGroup = { key: string; outcome: Finding['outcome']; findings: Finding[] };

const order: Finding['outcome'][] = ['fail', 'unknown', 'manual', 'pass', 'not-applicable'];

/** The reason of a group: where it names the place, it names them all. */
export function groupReason({ findings }: FindingGroup): Reason {
  const [first] = findings;
  if (!first) return { code: '', params: {} };
  const { code, params } = first.reason;
  const regions = findings.flatMap(({ region }) => region ?? []);
  const names =
    findings.length > 1 && params.region !== undefined && params.region === first.region;
  return names ? { code, params: { ...params, region: regions } } : first.reason;
}

/** A refused answer at the places themselves: the action and why, where the places stand beside. */
export function refusedHere(group: FindingGroup): { action: string; why: ReadingReason } | null {
  const [first] = group.findings;
  if (first?.reason.code !== 'not-read' || first.region === undefined) return null;
  const { region, action, readingReason } = first.reason.params;
  if (region !== undefined && region !== first.region) return null;
  return { action: String(action), why: readingReason as ReadingReason };
}

/** Groups by outcome and reason, regions apart; what is to do comes first. */
export function groupFindings(findings: readonly Finding[]): FindingGroup[] {
  const groups = new Map<string, FindingGroup>();
  for (const finding of findings) {
    const { region, ...rest } = finding.reason.params;
    const params = region === finding.region ? rest : finding.reason.params;
    const key = `${finding.outcome} ${finding.reason.code} ${JSON.stringify(params)}`;
    const group = groups.get(key);
    if (group) group.findings.push(finding);
    else groups.set(key, { key, outcome: finding.outcome, findings: [finding] });
  }
  return [...groups.values()].toSorted(
    (a, b) =>
      order.indexOf(a.outcome) - order.indexOf(b.outcome) || b.findings.length - a.findings.length,
  );
}
