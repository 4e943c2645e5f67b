import { describe, expect, test } from 'vitest';
import {
  addressOf,
  alsoUnknown,
  apiQuery,
  queryOfSet,
  readQuery,
  setOf,
  setIds,
} from './finding-query.ts';

function read(text: string) {
  return readQuery(new URLSearchParams(text));
}

describe('the filter in an address', () => {
  test('is what is to do where the address names none', () => {
    expect(read('')).toEqual(queryOfSet('to-do'));
    expect(read('sort=since&account=111122223333')).toEqual(queryOfSet('to-do'));
  });

  test('comes back from the address that it writes', () => {
    for (const text of [
      'severity=high&outcome=fail',
      'outcome=!pass,not-applicable&region=ap-northeast-3',
      'resource=trail%2Facme%20%26&since=2026-11-16',
      'severity=high&exception=expired',
      'framework=cis-aws-6.0,security-hub:GuardDuty.1',
    ]) {
      const query = read(text);

      expect(read(addressOf(query))).toEqual(query);
    }
  });

  test('names each saved filter by its shortest address', () => {
    expect(setIds.map((set) => addressOf(queryOfSet(set)))).toEqual([
      '',
      'set=new',
      'outcome=unknown',
      'exception=accepted',
      'set=all',
    ]);
    for (const set of setIds) expect(setOf(read(addressOf(queryOfSet(set))))).toBe(set);
  });

  test('is no saved filter once it is narrowed further', () => {
    expect(setOf(read('outcome=fail,blocked&severity=high'))).toBeNull();
  });

  test('asks the API for a day as the instant at which it begins, and hands on what is no date', () => {
    const since = apiQuery(read('since=2026-11-16')).since;

    expect(since).toBe(new Date(2026, 10, 16).toISOString());
    expect(apiQuery(read('since=soon')).since).toBe('soon');
    expect(apiQuery(read('outcome=!fail,pass')).outcome).toBe('!fail,pass');
  });
});

describe('the unknowns that a filter leaves out', () => {
  test('are those that all but its outcome lets through', () => {
    const query = alsoUnknown(read('outcome=fail&region=ap-northeast-3'));

    expect(query && addressOf(query)).toBe('outcome=unknown&region=ap-northeast-3');
    expect(alsoUnknown(read('outcome=!unknown'))).not.toBeNull();
  });

  test('are none where it shows them, or asks for what only a fail can be', () => {
    for (const text of ['set=all', 'set=new', 'outcome=unknown', 'outcome=!pass'])
      expect(alsoUnknown(read(text))).toBeNull();
    expect(alsoUnknown(read('outcome=fail&exception=accepted'))).toBeNull();
  });
});
