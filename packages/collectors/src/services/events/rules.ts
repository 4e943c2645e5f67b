import type { Rule } from '@aws-sdk/client-eventbridge';
import { defineCollector, whereSome } from '../../define-collector.ts';
import { allPages } from '../../pages.ts';

export default defineCollector({
  evidence: 'events.rules',
  operations: ['events:ListRules'],
  tier: 'first-steps',
  after: 'guardduty.detectors',
  targets: whereSome,
  /** Without a bus it is the default one. */
  collect: (ask) =>
    allPages(
      (NextToken) => ask('events:ListRules', { Limit: 100, NextToken }),
      (page) => page.Rules?.filter((rule) => !isOnlyScheduled(rule)),
      (page) => page.NextToken,
    ),
});

/** A rule has a pattern, a schedule, or both (EventBridge API, `PutRule`); one with neither is malformed. */
function isOnlyScheduled({ EventPattern, ScheduleExpression }: Rule): boolean {
  return EventPattern === undefined && ScheduleExpression !== undefined;
}
