import { expect, test } from 'vitest';
import { ApiProblem } from './api-problem.ts';
import { serverAnswers, serverState } from './server-state.ts';

test('a refusal is an answer, and only silence is none', () => {
  serverState.onError(new ApiProblem('forbidden'));
  const afterRefusal = serverAnswers();

  serverState.onError(new TypeError('Failed to fetch'));
  const afterSilence = serverAnswers();
  serverState.onError(new ApiProblem('sign-in-required'));

  expect([afterRefusal, afterSilence, serverAnswers()]).toEqual([true, false, true]);
});
