import { answersAbout } from '../../scan/give-answer.ts';
import { contract, scopeOf } from '../implement.ts';
import { asGiven } from './as-given.ts';

export default contract.attestations.list.handler(async ({ input, context }) => {
  const { db, now } = context.services;
  const at = now();
  const answers = await answersAbout(db, scopeOf(context), input.id, at);
  return { answers: answers.map((answer) => asGiven(answer, at)) };
});
