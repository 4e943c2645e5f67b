import { answersAbout } from '../../scan/give-answer.ts';
import { contract } from '../implement.ts';
import { asGiven } from './as-given.ts';

export default contract.attestations.list.handler(async ({ input, context: { services } }) => {
  const now = services.now();
  const answers = await answersAbout(services.db, input.id, now);
  return { answers: answers.map((answer) => asGiven(answer, now)) };
});
