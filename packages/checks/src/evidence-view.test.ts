import { emptyScope } from '@ippo/contracts';
import { describe, expect, test } from 'vitest';
import { indexEvidence, viewFor } from './evidence-view.ts';
import { regionScope } from './judge/region-scope.ts';
import { answered, evidence, NOW, refused } from './testing/evidence.ts';

const given = evidence(
  answered('config.recorders', [], 'us-east-1'),
  refused('config.recorders', 'denied', 'eu-west-1'),
  answered('iam.mfa-devices', [], { resource: 'sato' }),
);
const view = viewFor(indexEvidence(given), regionScope(given, emptyScope), [
  'config.recorders',
  'iam.mfa-devices',
  'iam.account-summary',
  'sts.caller-identity',
]);

describe('a check’s view of the evidence', () => {
  test('tells whose account it is and which regions it has', () => {
    expect(view).toMatchObject({ account: given.account, partition: 'aws' });
    expect(view.regions.list.map(({ name }) => name)).toContain('us-east-1');
  });

  test('gives every reading of a kind, refused ones too, and none of what was never asked', () => {
    expect(view.all('config.recorders').map(({ region }) => region)).toEqual([
      'us-east-1',
      'eu-west-1',
    ]);
    expect(view.all('iam.account-summary')).toEqual([]);
  });

  test('gives the reading of a region, of a resource and of the account', () => {
    expect(view.in('config.recorders', 'us-east-1')).toMatchObject({ readable: true, value: [] });
    expect(view.of('iam.mfa-devices', 'sato')).toMatchObject({ readable: true, value: [] });
    expect(view.global('sts.caller-identity')).toMatchObject({ region: 'global', readable: true });
    expect(view.global('config.recorders')).toMatchObject({ reason: 'not-asked' });
  });

  test('what was never asked is unread as of the scan’s end, and rests on no call', () => {
    expect(view.in('config.recorders', 'af-south-1')).toEqual({
      at: NOW,
      readable: false,
      reason: 'not-asked',
      action: 'config.recorders',
      region: 'af-south-1',
      refs: [],
    });
    expect(view.of('iam.mfa-devices', 'kato')).toMatchObject({
      reason: 'not-asked',
      region: 'global',
    });
  });

  test('a reading names the call behind it, and the action that it needed', () => {
    const read = view.in('config.recorders', 'us-east-1');
    const denied = view.in('config.recorders', 'eu-west-1');

    expect(read.refs).toEqual([
      {
        operation: 'config.recorders',
        region: 'us-east-1',
        at: NOW,
        requestId: 'request-2',
        digest: null,
      },
    ]);
    expect(read.action).toBe('config.recorders');
    expect(denied.action).toBe('config:Read-recorders');
  });

  test('an answer that was read is named by the last operation behind it, never by our own word for it', () => {
    const calls = given.calls.map((call) => ({
      ...call,
      operation: 'config:DescribeConfigurationRecorders',
    }));
    const seen = viewFor(indexEvidence({ ...given, calls }), { assumed: false, list: [] }, [
      'config.recorders',
    ]);

    expect(seen.in('config.recorders', 'us-east-1').action).toBe(
      'config:DescribeConfigurationRecorders',
    );
  });

  test('a call that the evidence does not hold is not named', () => {
    const torn = { ...given, calls: [] };
    const seen = viewFor(indexEvidence(torn), { assumed: false, list: [] }, ['config.recorders']);

    expect(seen.in('config.recorders', 'us-east-1').refs).toEqual([]);
  });

  test('what was not declared cannot be read in any way', () => {
    const blind = viewFor(indexEvidence(given), { assumed: false, list: [] }, []);
    const undeclared = 'config.recorders' as never;
    const message = 'reads config.recorders without declaring it';

    expect(() => blind.all(undeclared)).toThrow(message);
    expect(() => blind.global(undeclared)).toThrow(message);
    expect(() => blind.in(undeclared, 'us-east-1')).toThrow(message);
    expect(() => blind.of(undeclared, 'sato')).toThrow(message);
  });
});
