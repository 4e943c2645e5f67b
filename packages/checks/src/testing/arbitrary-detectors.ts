import type { EvidenceReading, EvidenceValue } from '@ippo/contracts';
import fc from 'fast-check';
import { protectionPlans } from '../aws/protection-plans.ts';
import { maybeInstant } from './arbitrary-trails.ts';
import { ACCOUNT, answered, MANAGEMENT } from './evidence.ts';
import { guardDuty, notifying, securityHub } from './notification-literals.ts';
import { defined, few, often } from './often.ts';

const onOff = often('ENABLED', 'DISABLED', 'enabled', 'NAPPING', undefined);
const feature = defined({
  Name: fc.constantFrom(...protectionPlans, 'EKS_RUNTIME_MONITORING', 'FLOW_LOGS', undefined),
  Status: onOff,
});
const mostlyOn = fc.oneof({ weight: 6, arbitrary: fc.constant('ENABLED') }, onOff);
const everyPlan = fc.tuple(...protectionPlans.map(() => mostlyOn)).map((states) =>
  states.map((Status, at) => {
    const Name = protectionPlans[at] ?? 'S3_DATA_EVENTS';
    return Status === undefined ? { Name } : { Name, Status };
  }),
);
const detail: fc.Arbitrary<EvidenceValue<'guardduty.detector'>> = defined({
  Status: often('ENABLED', 'enabled', 'DISABLED', 'NAPPING', undefined),
  Features: fc.oneof(everyPlan, fc.array(feature, { maxLength: 2 }), fc.constant(undefined)),
  DataSources: fc.option(
    defined({ S3Logs: fc.option(defined({ Status: onOff }), { nil: undefined }) }),
    { nil: undefined },
  ),
});
const finding = fc.record({
  Sample: fc.constantFrom(true, false, false, null),
  told: defined({
    AccountId: often(ACCOUNT, MANAGEMENT, undefined),
    Severity: fc.constantFrom(6.9, 7, 8.5, 10, undefined),
    Archived: often(false, true, undefined),
    CreatedAt: maybeInstant,
  }),
});
const detector = fc.record({ detail, findings: fc.array(finding, { maxLength: 2 }) });

const pattern = often(
  guardDuty,
  securityHub,
  { source: ['aws.ec2'] },
  { ...guardDuty, detail: { moonPhase: ['full'] } },
  { source: [{ prefix: 'aws.' }] },
  'no pattern',
);
const rule = fc
  .record({
    pattern,
    state: often('ENABLED', 'DISABLED', 'HALF', null),
    targets: fc.constantFrom(0, 1, 1),
    managed: fc.constantFrom(false, false, false, true),
  })
  .map(({ managed, ...told }) => ({
    ...told,
    ...(managed ? { managedBy: 'securityhub.amazonaws.com' } : {}),
  }));

/** GuardDuty in one region, the rules of its default bus, and Security Hub. */
export function arbitraryDetectors(region: string): fc.Arbitrary<EvidenceReading[]> {
  return fc
    .record({
      detectors: few(detector),
      rules: fc.array(rule, { maxLength: 2 }),
      hub: fc.constantFrom(null, [], ['aws/guardduty'], ['aws/inspector', 'aws/guardduty']),
      administrator: often(null, MANAGEMENT, ACCOUNT),
    })
    .map(({ detectors, rules, hub, administrator }) => {
      const place = { rules: rules.map((one, at) => ({ ...one, name: `rule-${at}` })), hub };
      return [
        ...notifying(region, { ...place, administrator }).filter(
          ({ type }) => type !== 'guardduty.detectors',
        ),
        answered(
          'guardduty.detectors',
          detectors.map((_, at) => `${region}-${at}`),
          region,
        ),
        ...detectors.flatMap((one, at) => {
          const resource = `${region}-${at}`;
          const findings = one.findings.map(({ Sample, told }, which) => ({
            Id: `${resource}-${which}`,
            Sample,
            ...told,
          }));
          return [
            answered('guardduty.detector', one.detail, { region, resource }),
            answered('guardduty.findings', findings, { region, resource }),
          ];
        }),
      ];
    });
}
