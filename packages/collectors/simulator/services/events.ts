import { AwsError } from '../aws-error.ts';
import type { Asked, SimulatedService } from '../define-service.ts';
import { pageOf } from '../page-of.ts';
import { awsJson } from '../protocols/json.ts';

function rulesIn({ world, region }: Asked) {
  return (world.more.rules[region] ?? []).map((rule) => ({
    ...rule,
    arn: `arn:aws:events:${region}:${world.account}:rule/${rule.name}`,
  }));
}

export const events: SimulatedService = {
  service: 'events',
  protocol: awsJson,
  codes: {
    denied: 'AccessDeniedException',
    deniedStatus: 400,
    throttled: 'ThrottlingException',
    throttledStatus: 400,
  },
  answers: {
    ListRules(asked) {
      const { items, next } = pageOf(rulesIn(asked), asked.input.NextToken, 100);
      return {
        Rules: items.map(({ arn, name, state, pattern, managedBy }) => ({
          Name: name,
          Arn: arn,
          State: state,
          EventPattern: pattern,
          ScheduleExpression: pattern === undefined ? 'rate(1 hour)' : undefined,
          ManagedBy: managedBy,
          EventBusName: 'default',
        })),
        NextToken: next,
      };
    },
    ListTargetsByRule(asked) {
      const rule = rulesIn(asked).find(({ name }) => name === asked.input.Rule);
      if (!rule) throw new AwsError('ResourceNotFoundException', 'Rule does not exist.');
      const { items, next } = pageOf(rule.targets, asked.input.NextToken, 100);
      return { Targets: items.map((Arn, at) => ({ Id: `target-${at}`, Arn })), NextToken: next };
    },
  },
};
