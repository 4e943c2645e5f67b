import { describe, expect, test } from 'vitest';
import { NOW, secondsAgo } from '../testing/evidence.ts';
import { isLive } from './root-user.ts';

describe('a report made for this scan', () => {
  test.each([
    ['made now', 0, true],
    ['fifteen minutes old', 15 * 60, true],
    ['a second older', 15 * 60 + 1, false],
    ['five minutes ahead of AWS’s clock', -5 * 60, true],
    ['a second further ahead', -5 * 60 - 1, false],
  ])('%s', (_sentence, age, live) => {
    expect(isLive({ at: NOW, value: { GeneratedTime: secondsAgo(age) } })).toBe(live);
  });
});
