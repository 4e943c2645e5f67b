import type { EvidenceReading } from '@ippo/contracts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkRegistry } from '../checks.gen.ts';
import type { Check } from '../define-check.ts';
import { arbitraryAccount } from '../testing/arbitrary-account.ts';
import { expectedFindings } from '../testing/expected-findings.ts';
import { judged, runs } from '../testing/property-runs.ts';
import { always, findingsOf, outcomesOf, raised } from '../testing/report-facts.ts';
import { changed, shuffle, shuffleLists, switchedOff, withReadings } from '../testing/transform.ts';
import { arbitraryRefusal } from '../testing/refuse-some.ts';

const checks: readonly Check[] = checkRegistry;
describe('order tells nothing', () => {
  test('shuffling readings, and every list inside them, leaves the report as it was', () => {
    fc.assert(
      fc.property(arbitraryAccount(), fc.infiniteStream(fc.nat(1000)), (account, chance) => {
        const shuffled = { ...account, readings: shuffle(account.readings, chance).map(inner) };
        function inner(reading: EvidenceReading): EvidenceReading {
          return reading.readable
            ? ({ ...reading, value: shuffleLists(reading.value, chance) } as EvidenceReading)
            : reading;
        }

        const { evidenceDigest: _before, ...before } = judged(account);
        const { evidenceDigest: _after, ...after } = judged(shuffled);

        expect(JSON.stringify(after)).toBe(JSON.stringify(before));
      }),
      runs,
    );
  });
});

describe('nothing vanishes', () => {
  test('there is one finding for each unit and each scope without a unit, and no two are the same', () => {
    fc.assert(
      fc.property(arbitraryAccount(), arbitraryRefusal, (account, refuseSome) => {
        const seen = refuseSome(account);

        const report = judged(seen);

        for (const check of report.checks) {
          expect(check.findings, check.id).toHaveLength(expectedFindings(check, seen));
          expect(new Set(check.findings.map((one) => one.fingerprint)).size).toBe(
            check.findings.length,
          );
        }
      }),
      runs,
    );
  });
});

describe('the score only rewards what is met', () => {
  test('along fail, unknown, pass of any one check the score and the steps never fall', () => {
    fc.assert(
      fc.property(arbitraryAccount(), fc.nat(checks.length - 1), (account, at) => {
        const [failing, unknown, passing] = (['fail', 'unknown', 'pass'] as const).map((outcome) =>
          judged(
            account,
            [],
            checks.map((check, place) => (place === at ? always(check, outcome) : check)),
          ),
        );
        if (!failing || !unknown || !passing) throw new Error('three reports were made');

        expect(failing.score.from).toBeLessThanOrEqual(unknown.score.from);
        expect(unknown.score.from).toBeLessThanOrEqual(passing.score.from);
        expect(raised(passing.score.value, failing.score.value)).toBe(false);
        expect(raised(passing.score.value, unknown.score.value)).toBe(false);
        expect(failing.firstSteps.done).toBeLessThanOrEqual(unknown.firstSteps.done);
        expect(unknown.firstSteps.done).toBeLessThanOrEqual(passing.firstSteps.done);
      }),
      runs,
    );
  });

  test('switching a service off never raises it where no Lake store stands in for a trail', () => {
    const services = ['cloudtrail.trail-status', 'config.', 'guardduty.'] as const;
    fc.assert(
      fc.property(
        arbitraryAccount({ stores: false }),
        fc.subarray([...services], { minLength: 1 }),
        (account, off) => {
          const stopped = withReadings(account, (reading) =>
            off.some((service) => reading.type.startsWith(service))
              ? switchedOff(reading)
              : reading,
          );

          const before = judged(account).score;
          const after = judged(stopped).score;

          expect(after.from).toBeLessThanOrEqual(before.from);
          expect(raised(before.value, after.value)).toBe(false);
        },
      ),
      runs,
    );
  });
});

describe('what nobody knows is not good', () => {
  const enums = [
    'RegionOptStatus',
    'OptInStatus',
    'State',
    'Status',
    'ReadWriteType',
    'lastStatus',
    'FeatureSet',
    'ObjectOwnership',
    'useOnly',
    'recordingFrequency',
  ];

  test('an enum value that nobody knows makes nothing pass', () => {
    fc.assert(
      fc.property(arbitraryAccount(), fc.constantFrom(...enums), (account, name) => {
        const odd = withReadings(account, (reading) =>
          changed(reading, (key, value) =>
            key === name && typeof value === 'string' ? 'ZZZ' : value,
          ),
        );

        const before = findingsOf(judged(account));
        const after = judged(odd);

        for (const [fingerprint, finding] of findingsOf(after))
          if (finding.outcome === 'pass') expect(before.get(fingerprint)?.outcome).toBe('pass');
        if (name === 'Status') expect(outcomesOf(after).get('gd-enabled')).not.toBe('pass');
        if (name === 'lastStatus') expect(outcomesOf(after).get('cfg-recording')).not.toBe('pass');
      }),
      runs,
    );
  });

  test('a field that nobody knows changes nothing', () => {
    fc.assert(
      fc.property(arbitraryAccount(), (account) => {
        const wider = withReadings(account, (reading) =>
          changed(reading, (_key, value) =>
            typeof value === 'object' && value !== null && !Array.isArray(value)
              ? { ...value, Novel: 'ENABLED', status: 'ACTIVE' }
              : value,
          ),
        );

        const { evidenceDigest: _before, ...before } = judged(account);
        const { evidenceDigest: _after, ...after } = judged(wider);

        expect(JSON.stringify(after)).toBe(JSON.stringify(before));
      }),
      runs,
    );
  });
});
