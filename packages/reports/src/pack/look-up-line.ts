import { GLOBAL } from '@ippo/contracts';
import type { SampledCall } from './corroboration.ts';

/** Request ids that a shell takes as they are; what an endpoint made up may hold anything. */
const plain = /^[\w.:+/=-]{1,200}$/;

/**
 * The line that prints a call's event: events of its name within a minute of it, one a line, and of these the one
 * with its request id, which CloudTrail cannot search by. Empty where no Region or no plain id is known.
 */
export function lookUpLine({ at, region, eventName, requestId }: SampledCall): string {
  if (region === GLOBAL || !plain.test(requestId)) return '';
  const [from, to] = [-60_000, 60_000].map((aside) =>
    new Date(Date.parse(at) + aside).toISOString().replace(/\.\d{3}Z$/, 'Z'),
  );
  return (
    `aws cloudtrail lookup-events --region ${region} --start-time ${from} --end-time ${to}` +
    ` --lookup-attributes AttributeKey=EventName,AttributeValue=${eventName}` +
    ` --query 'Events[].[CloudTrailEvent]' --output text | grep -F -- ${requestId}`
  );
}
