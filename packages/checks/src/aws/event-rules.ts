import type { EvidenceValue } from '@ippo/contracts';
import type { EvidenceView, Sighted } from '../evidence-view.ts';
import { unknown, unread, type Verdict } from '../verdict.ts';
import { admits, type EventFields } from './event-patterns.ts';
import type { Told } from './root-user.ts';

type RuleIds = 'events.rules' | 'events.rule-targets';
type Rule = EvidenceValue<'events.rules'>[number];

/** Whether events take a way to a target: they do, they do not, or it cannot be told. */
export type Route =
  | { state: 'open'; rule: string; seen: readonly Sighted<unknown>[] }
  | { state: 'closed'; seen: readonly Sighted<unknown>[] }
  | { state: 'untold'; verdict: Verdict<'not-read' | 'rule-unclear'> };

/** The first rule of a region's default bus, by name, that hands an event, as its pattern sees it, to a target. */
export function ruleRoute(
  evidence: EvidenceView<RuleIds>,
  region: string,
  eventFor: (pattern: string) => EventFields,
): Route {
  const rules = evidence.in('events.rules', region);
  const known = ((rules.readable ? rules.value : rules.partial) ?? [])
    .toSorted((a, b) => (a.Name < b.Name ? -1 : 1))
    .map((rule) => ({
      rule,
      takes: takes(rule, eventFor(rule.EventPattern)),
      targets: evidence.of('events.rule-targets', rule.Arn),
    }))
    .filter(({ takes, targets }) => takes !== false && hasTarget(targets) !== false);

  const through = known.find(({ takes, targets }) => takes && hasTarget(targets));
  if (through) return { state: 'open', rule: through.rule.Name, seen: [rules, through.targets] };
  if (!rules.readable) return { state: 'untold', verdict: unread(rules) };
  const unreadTargets = known.find(({ takes }) => takes);
  if (unreadTargets) return { state: 'untold', verdict: unread(unreadTargets.targets, rules) };
  if (known.length === 0) return { state: 'closed', seen: [rules] };
  const unclear = known.map(({ rule }) => rule.Name);
  return { state: 'untold', verdict: unknown('rule-unclear', { rules: unclear }, rules) };
}

/** EventBridge API `RuleState`. A rule that a service manages is that service's own business. */
function takes(rule: Rule, event: EventFields): Told {
  if (rule.ManagedBy) return false;
  const enabled = isEnabled(rule.State);
  const told = admits(rule.EventPattern, event);
  if (enabled === false || told === false) return false;
  return enabled === null ? null : told;
}

function isEnabled(state: string | undefined): Told {
  const known = state?.toUpperCase();
  if (known === 'ENABLED' || known === 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS') return true;
  return known === 'DISABLED' ? false : null;
}

function hasTarget(targets: Sighted<EvidenceValue<'events.rule-targets'>>): Told {
  if (targets.readable) return targets.value.length > 0;
  return (targets.partial?.length ?? 0) > 0 ? true : null;
}
