import type { Evidence, EvidenceReading } from '@ippo/contracts';
import { ACCOUNT, answered, evidence, everywhere } from './evidence.ts';

/** A rule of the default bus: for GuardDuty, enabled and with a target, unless it says otherwise. */
export type Rule = {
  name?: string;
  pattern?: unknown;
  state?: string | null;
  managedBy?: string;
  targets?: number;
};
/** What a region has besides its detector; `hub` lists what Security Hub imports. */
export type Place = {
  rules?: Rule[];
  hub?: readonly string[] | null;
  administrator?: string | null;
};

/** The documented pattern of GuardDuty’s findings. */
export const guardDuty = { source: ['aws.guardduty'], 'detail-type': ['GuardDuty Finding'] };
/** The documented pattern of what Security Hub imports. */
export const securityHub = {
  source: ['aws.securityhub'],
  'detail-type': ['Security Hub Findings - Imported'],
};

/** The ARN of a rule of the test account. */
export function arnOf(region: string, name: string) {
  return `arn:aws:events:${region}:${ACCOUNT}:rule/${name}`;
}

/** The ARN under which Security Hub lists an imported product. */
export function subscription(region: string, product: string) {
  return `arn:aws:securityhub:${region}:${ACCOUNT}:product-subscription/${product}`;
}

/** A region with a detector, the rules of its default bus, and Security Hub with these products. */
export function notifying(
  name: string,
  { rules = [], hub = null, administrator = null }: Place,
): EvidenceReading[] {
  return [
    answered('guardduty.detectors', [`${name}-0`], name),
    answered('guardduty.administrator', administrator ? { AccountId: administrator } : null, name),
    answered(
      'events.rules',
      rules.map(({ name: rule = 'tell', pattern = guardDuty, state = 'ENABLED', managedBy }) => ({
        Name: rule,
        Arn: arnOf(name, rule),
        EventPattern: typeof pattern === 'string' ? pattern : JSON.stringify(pattern),
        ...(state === null ? {} : { State: state }),
        ...(managedBy ? { ManagedBy: managedBy } : {}),
      })),
      name,
    ),
    ...rules.map(({ name: rule = 'tell', targets = 1 }) =>
      answered(
        'events.rule-targets',
        Array.from({ length: targets }, (_, at) => ({ Id: `${at}`, Arn: 'arn:aws:sns:x:y:z' })),
        { region: name, resource: arnOf(name, rule) },
      ),
    ),
    answered(
      'securityhub.hub',
      hub ? { HubArn: `arn:aws:securityhub:${name}:${ACCOUNT}:hub/default` } : null,
      name,
    ),
    ...(hub
      ? [
          answered(
            'securityhub.enabled-products',
            hub.map((product) => subscription(name, product)),
            name,
          ),
        ]
      : []),
  ];
}

/** The same in every region; later readings replace earlier ones. */
export function notifyingEverywhere(
  place: Place,
  ...readings: ((name: string) => EvidenceReading)[]
): Evidence {
  return evidence(
    everywhere((name) => [...notifying(name, place), ...readings.map((reading) => reading(name))]),
  );
}
