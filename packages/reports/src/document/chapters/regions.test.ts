import { describe, expect, it } from 'vitest';
import {
  contextIn,
  demoAssessment,
  emptyAssessment,
  unreadableAssessment,
} from '../../testing/assessments.ts';
import { writingOf } from '../writing.ts';
import { regionsSentence } from './regions.ts';

describe('the sentence about Regions', () => {
  it.each([
    [demoAssessment, '34 Regions: 13 read, 17 not enabled, 1 no answer, 3 refused by SCP'],
    [unreadableAssessment, '34 Regions: 0 read, 17 not read, 17 not enabled'],
    [emptyAssessment, '17 Regions: 0 read, 17 not read'],
  ])('never says of a Region that it was read where nothing answered', (make, sentence) => {
    const writing = writingOf(make(), contextIn('en'));

    expect(regionsSentence(writing)).toBe(sentence);
  });
});
