import { describe, expect, test } from 'vitest';
import { dayIn, endOfDay, exceptionDays, isTimeZone } from './exception-days.ts';
import {
  exceptionScopeSchema,
  exceptionStateAt,
  inScope,
  newExceptionSchema,
} from './exceptions.ts';

const scope = { account: '111122223333', check: 'ct-enabled', regions: null, resource: null };
const finding = {
  account: '111122223333',
  check: 'ct-enabled',
  region: 'eu-west-1',
  resource: 'arn:a',
};

describe('a scope covers', () => {
  test.each([
    ['the check in every place of the account', {}, true],
    ['not another check', { check: 'ct-delivery' }, false],
    ['not another account', { account: '999999999999' }, false],
    ['a Region that it names', { regions: ['eu-west-1', 'us-east-1'] }, true],
    ['not one that it does not name', { regions: ['us-east-1'] }, false],
    ['the very resource', { resource: 'arn:a' }, true],
    ['not one whose name begins alike', { resource: 'arn:' }, false],
    ['not one of other letters', { resource: 'ARN:A' }, false],
  ])('%s', (_, changes, expected) => {
    expect(inScope({ ...scope, ...changes }, finding)).toBe(expected);
  });

  test('what has no Region only by “global”, and what has no resource only by all', () => {
    const { region: _r, resource: _s, ...bare } = finding;

    expect(inScope({ ...scope, regions: ['global'] }, bare)).toBe(true);
    expect(inScope({ ...scope, regions: ['eu-west-1'] }, bare)).toBe(false);
    expect(inScope({ ...scope, resource: 'arn:a' }, bare)).toBe(false);
  });

  test('never everything: a check and an account are always named', () => {
    for (const part of ['account', 'check'] as const) {
      const { [part]: _left, ...rest } = scope;
      expect(exceptionScopeSchema.safeParse(rest).success).toBe(false);
      for (const all of ['*', 'all', '', null])
        expect(exceptionScopeSchema.safeParse({ ...scope, [part]: all }).success).toBe(
          part === 'check' && all === 'all',
        );
    }
    expect(exceptionScopeSchema.safeParse({ ...scope, regions: [] }).success).toBe(false);
  });

  test('a reason of ten characters is enough, nine and 2,001 are not', () => {
    const made = { ...scope, owner: 'Aiko', lastDay: '2026-11-22', zone: 'Asia/Tokyo' };
    const fits = (reason: string) => newExceptionSchema.safeParse({ ...made, reason }).success;

    expect(['x'.repeat(10), 'x'.repeat(2_000)].map(fits)).toEqual([true, true]);
    expect(['x'.repeat(9), `   ${'x'.repeat(9)}   `, 'x'.repeat(2_001)].map(fits)).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe('a state', () => {
  const until = new Date('2026-11-22T15:00:00Z');
  const early = new Date('2026-11-01T00:00:00Z');
  const before = new Date(until.getTime() - 1);

  test('ends at its very instant', () => {
    const times = { until, approvedAt: early, revokedAt: null };

    expect(exceptionStateAt(times, before)).toBe('active');
    expect(exceptionStateAt(times, until)).toBe('expired');
  });

  test('waits until it is approved, and is not so at an earlier moment', () => {
    const approvedAt = new Date('2026-11-10T00:00:00Z');
    const waits = { until, approvedAt: null, revokedAt: null };

    expect(exceptionStateAt(waits, before)).toBe('waiting');
    expect(exceptionStateAt(waits, until)).toBe('expired');
    expect(exceptionStateAt({ ...waits, approvedAt }, new Date('2026-11-09T00:00:00Z'))).toBe(
      'waiting',
    );
    expect(exceptionStateAt({ ...waits, approvedAt }, approvedAt)).toBe('active');
  });

  test('is revoked from then on, and active as of before', () => {
    const revokedAt = new Date('2026-11-12T00:00:00Z');
    const times = { until, approvedAt: early, revokedAt };

    expect(exceptionStateAt(times, new Date(revokedAt.getTime() - 1))).toBe('active');
    expect(exceptionStateAt(times, revokedAt)).toBe('revoked');
    expect(exceptionStateAt(times, until)).toBe('revoked');
  });
});

describe('a last day', () => {
  test.each([
    ['2026-11-22', 'Asia/Tokyo', '2026-11-22T15:00:00.000Z'],
    ['2026-11-22', 'UTC', '2026-11-23T00:00:00.000Z'],
    ['2026-11-22', 'America/Los_Angeles', '2026-11-23T08:00:00.000Z'],
    ['2026-11-22', 'Pacific/Kiritimati', '2026-11-22T10:00:00.000Z'],
    // The days on which clocks change have 23 and 25 hours.
    ['2026-03-29', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
    ['2026-10-25', 'Europe/Berlin', '2026-10-25T23:00:00.000Z'],
    // Santiago's clocks jump at midnight: the next day begins at 01:00.
    ['2026-09-05', 'America/Santiago', '2026-09-06T04:00:00.000Z'],
    ['2028-02-29', 'Asia/Kolkata', '2028-02-29T18:30:00.000Z'],
  ])('%s in %s ends at %s', (day, zone, end) => {
    expect(endOfDay(day, zone).toISOString()).toBe(end);
    expect(dayIn(zone, new Date(Date.parse(end) - 1))).toBe(day);
  });

  test('lies between today and 365 days from now, by the zone’s own calendar', () => {
    const now = new Date('2026-11-22T15:30:00Z');

    expect(exceptionDays('Asia/Tokyo', now)).toEqual({ first: '2026-11-23', last: '2027-11-23' });
    expect(exceptionDays('UTC', now)).toEqual({ first: '2026-11-22', last: '2027-11-22' });
  });

  test('needs a zone that exists', () => {
    expect(['Asia/Tokyo', 'UTC', 'Nowhere/Town', ''].map(isTimeZone)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
