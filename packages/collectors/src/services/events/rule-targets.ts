import { defineCollector } from '../../define-collector.ts';
import { allPages } from '../../pages.ts';
import { Refusal } from '../../refusal.ts';

/** So many rules of a region are asked about; each beyond them gets a `capped` reading. */
const limit = 20;

export default defineCollector({
  evidence: 'events.rule-targets',
  operations: ['events:ListTargetsByRule'],
  tier: 'first-steps',
  after: 'events.rules',
  targets: (parents) =>
    [...parents].flatMap(([region, list]) =>
      (list.readable ? list.value : (list.partial ?? []))
        .filter(({ EventPattern }) => mayCarryFindings(EventPattern))
        .toSorted((a, b) => (a.Name < b.Name ? -1 : 1))
        .map(({ Arn: resource }, at) => ({
          region,
          resource,
          ...(at >= limit && { capped: true as const }),
        })),
    ),
  collect(ask, { region, resource }, { parents }) {
    const list = parents.get(region);
    const rules = list?.readable ? list.value : list?.partial;
    const Rule = rules?.find(({ Arn }) => Arn === resource)?.Name;
    if (Rule === undefined) throw new Refusal('unexpected', 'rule gone');
    return allPages(
      (NextToken) => ask('events:ListTargetsByRule', { Rule, NextToken }),
      (page) => page.Targets,
      (page) => page.NextToken,
    );
  },
});

/**
 * Whether a pattern may let GuardDuty's findings through, also by way of Security Hub: it names one of them, or
 * does not narrow the source to other services by plain names. What cannot be parsed may.
 */
function mayCarryFindings(pattern: string): boolean {
  if (/guardduty|securityhub/i.test(pattern)) return true;
  try {
    const source: unknown = (JSON.parse(pattern) as { source?: unknown }).source;
    return !Array.isArray(source) || source.some((entry) => typeof entry !== 'string');
  } catch {
    return true;
  }
}
