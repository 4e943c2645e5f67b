import { expect, test } from 'vitest';
import { NOW } from '../testing/evidence.ts';
import { isWatching } from './guardduty-detectors.ts';

test.each([
  ['ENABLED', true],
  ['enabled', true],
  ['Disabled', false],
  ['DOZING', null],
  [undefined, null],
])('a detector whose state is %s is watching: %s', (Status, expected) => {
  const place = { at: NOW, region: 'eu-west-1', action: 'guardduty:GetDetector', refs: [] };
  const value = Status === undefined ? {} : { Status };

  expect(isWatching({ ...place, readable: true, value })).toBe(expected);
  expect(isWatching({ ...place, readable: false, reason: 'denied' })).toBeNull();
});
