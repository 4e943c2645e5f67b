import type { Finding, ReadingReason, Reason } from '@ippo/contracts';

/** Findings that say the same of several places. */
export type FindingGroup = { key: string; outcome: Finding['outcome']; findings: Finding[] };

const order: Finding['outcome'][] = ['fail', 'unknown', 'manual', 'pass', 'not-applicable'];

/** The reason of a group: where it names the place, it names them all. */
export function groupReason({ findings }: FindingGroup): Reason {
  const [first] = findings;
  if (!first) return { code: '', params: {} };
  const { code, params } = first.reason;
  if (findings.length === 1) return first.reason;
  const own = Object.keys(params).flatMap((name) =>
    namesOwnPlace(name) && params[name] === placeOf(first, name)
      ? [[name, findings.flatMap((finding) => placeOf(finding, name) ?? [])] as const]
      : [],
  );
  return { code, params: { ...params, ...Object.fromEntries(own) } };
}

/** A refused answer at the places themselves: the action and why, where the places stand beside. */
export function refusedHere(group: FindingGroup): { action: string; why: ReadingReason } | null {
  const [first] = group.findings;
  if (first?.reason.code !== 'not-read' || first.region === undefined) return null;
  const { region, action, readingReason } = first.reason.params;
  if (region !== undefined && region !== first.region) return null;
  if (action === undefined || readingReason === undefined) return null;
  return { action: String(action), why: readingReason as ReadingReason };
}

function namesOwnPlace(name: string): name is 'region' | 'user' {
  return name === 'region' || name === 'user';
}

function placeOf(finding: Finding, name: 'region' | 'user'): string | undefined {
  return name === 'region' ? finding.region : finding.facet;
}

/** Groups by outcome and reason, regions and users apart; what is to do comes first. */
export function groupFindings(findings: readonly Finding[]): FindingGroup[] {
  const groups = new Map<string, FindingGroup>();
  for (const finding of findings) {
    const params = Object.entries(finding.reason.params).filter(
      ([name, value]) => !(namesOwnPlace(name) && value === placeOf(finding, name)),
    );
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
