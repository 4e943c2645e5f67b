import { pageOfQuestions, questionsAsked } from '../../scan/questions-asked.ts';
import { newestScans } from '../../store/findings/newest-scans.ts';
import { contract, scopeOf } from '../implement.ts';
import { asGiven } from './as-given.ts';

export default contract.attestations.questions.handler(async ({ input, context }) => {
  const { db, now } = context.services;
  const at = now();
  const scans = await newestScans(db, scopeOf(context), input);
  const { page, ...rest } = pageOfQuestions(await questionsAsked(db, scans, at), input);
  const questions = page.map((asked) => ({
    ...asked,
    answers: asked.answers.map((answer) => asGiven(answer, at)),
  }));
  return { source: scans[0]?.source.kind ?? null, questions, ...rest };
});
