import {
  defaultRegions,
  readingReasons,
  type Evidence,
  type EvidenceReading,
  type ReadingReason,
} from '@ippo/contracts';
import fc from 'fast-check';
import { arbitraryRoot } from './arbitrary-root.ts';
import { arbitraryBuckets } from './arbitrary-buckets.ts';
import { arbitraryConfig } from './arbitrary-config.ts';
import { arbitraryDetectors } from './arbitrary-detectors.ts';
import { arbitraryFederation, withUsers } from './arbitrary-people.ts';
import { arbitraryStores, arbitraryTrails } from './arbitrary-trails.ts';
import { often } from './often.ts';
import { ACCOUNT, answered, evidenceOf, MANAGEMENT, refused } from './evidence.ts';

type Options = { stores: boolean };

/** Every reason but `capped`, which the collector sets by count alone (checks.md 0.1-5). */
const reasons = readingReasons.filter((reason) => reason !== 'capped');
export const anyReason: fc.Arbitrary<ReadingReason> = fc.constantFrom(...reasons);

/**
 * A coherent account: one account at one moment (checks.md 0.1-5). The small partitions make whole accounts
 * cheap, so that assumed regions are the real ones; some of its readings may already be refused.
 */
export function arbitraryAccount(options: Options = { stores: true }): fc.Arbitrary<Evidence> {
  return fc
    .constantFrom('aws-cn', 'aws-cn', 'aws-us-gov', 'aws')
    .chain((partition) => {
      const always =
        partition === 'aws' ? ['ap-northeast-1', 'us-east-1'] : defaultRegions[partition];
      return regionStates(always ?? []).chain((states) => {
        const asked = states.filter(({ state }) => /^enabled/i.test(state)).map(({ name }) => name);
        return fc.record({
          partition: fc.constant(partition),
          regions: regionReadings(states),
          organization: organization,
          root: arbitraryRoot.chain(withUsers),
          federation: arbitraryFederation,
          buckets: arbitraryBuckets,
          trails: arbitraryTrails(asked),
          stores: options.stores
            ? arbitraryStores(asked)
            : fc.constant(
                asked.map((region) => answered('cloudtrail.event-data-stores', [], region)),
              ),
          config: fc.tuple(...asked.map(arbitraryConfig)),
          detectors: fc.tuple(...asked.map(arbitraryDetectors)),
          dark: fc.infiniteStream(fc.nat(9)),
          reason: anyReason,
          refusing: fc.constantFrom(false, false, true),
        });
      });
    })
    .map((drawn) => {
      const identity = answered('sts.caller-identity', {
        Account: ACCOUNT,
        Arn: `arn:${drawn.partition}:iam::${ACCOUNT}:user/audit`,
      });
      const readings = [
        identity,
        ...drawn.regions,
        ...drawn.organization,
        ...drawn.root,
        ...drawn.trails,
        ...drawn.stores,
        ...drawn.federation,
        ...drawn.buckets,
        ...drawn.config.flat(),
        ...drawn.detectors.flat(),
      ].map((reading) =>
        drawn.refusing && drawn.dark.next().value === 0 ? refuse(reading, drawn.reason) : reading,
      );
      return { ...evidenceOf(readings), partition: drawn.partition };
    });
}

type ListedRegion = { name: string; state: string };

/** The partition's own regions, always enabled, and two that the account may have opted into. */
function regionStates(always: readonly string[]): fc.Arbitrary<ListedRegion[]> {
  const optional = often('DISABLED', 'ENABLED', 'enabled', 'ENABLING', 'HAZY');
  return fc
    .tuple(optional, optional)
    .map((drawn) => [
      ...always.map((name) => ({ name, state: 'ENABLED_BY_DEFAULT' })),
      ...drawn.map((state, at) => ({ name: `xx-optional-${at + 1}`, state })),
    ]);
}

/** Both region lists agree; EC2's knows no region that is changing, so it is left out there. */
function regionReadings(states: readonly ListedRegion[]): fc.Arbitrary<EvidenceReading[]> {
  const account = answered(
    'account.regions',
    states.map(({ name, state }) => ({ RegionName: name, RegionOptStatus: state })),
  );
  const ec2 = answered(
    'ec2.regions',
    states.map(({ name, state }) => ({
      RegionName: name,
      OptInStatus: /^enabled/i.test(state)
        ? 'opted-in'
        : state === 'DISABLED'
          ? 'not-opted-in'
          : state,
    })),
  );
  const agree = !states.some(({ state }) => state === 'ENABLING');
  return fc.constantFrom(
    [account],
    ...(agree
      ? [
          [account, ec2],
          [refused('account.regions', 'denied'), ec2],
        ]
      : []),
  );
}

const state = fc.constantFrom('ACTIVE', 'active', 'SUSPENDED', 'CLOSED', 'ODD', undefined);
const others = fc
  .array(state, { maxLength: 2 })
  .map((states) =>
    states.map((State, at) => ({ Id: `${at + 3}`.repeat(12), ...(State ? { State } : {}) })),
  );

/** Standalone, management, delegated or plain member, each with the answers that its place gets. */
const organization: fc.Arbitrary<EvidenceReading[]> = fc
  .record({
    place: fc.constantFrom('standalone', 'management', 'delegated', 'member'),
    own: state,
    others,
    FeatureSet: often('ALL', 'CONSOLIDATED_BILLING', 'all', 'ODD', undefined),
    named: fc.constantFrom(true, true, true, true, false),
  })
  .map(({ place, own, others, FeatureSet, named }) => {
    if (place === 'standalone')
      return [
        answered('organizations.organization', null),
        answered('organizations.accounts', null),
        answered('organizations.units', null),
      ];
    const MasterAccountId = place === 'management' ? ACCOUNT : MANAGEMENT;
    const listed = [{ Id: MasterAccountId, State: 'ACTIVE' }, ...others];
    // A delegated account is itself in the list, and an account that answers is neither closed nor suspended.
    const self = { Id: ACCOUNT, ...(own && /active|odd/i.test(own) ? { State: own } : {}) };
    return [
      answered('organizations.organization', {
        Id: 'o-1',
        ...(named ? { MasterAccountId } : {}),
        ...(FeatureSet ? { FeatureSet } : {}),
      }),
      place === 'member'
        ? refused('organizations.accounts', 'needs-management-account')
        : answered('organizations.accounts', place === 'delegated' ? [...listed, self] : listed),
      answered('organizations.units', [
        { Id: 'ou-2', Name: 'b' },
        { Id: 'ou-1', Name: 'a' },
      ]),
    ];
  });

/** The same reading, refused. */
export function refuse(reading: EvidenceReading, reason: ReadingReason): EvidenceReading {
  const { type, region, resource, at } = reading;
  return refused(type, reason, { region, at, ...(resource === undefined ? {} : { resource }) });
}
