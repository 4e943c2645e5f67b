import { giveAnswer } from '../../scan/give-answer.ts';
import { contract, signedIn } from '../implement.ts';
import { asGiven } from './as-given.ts';

export default contract.attestations.answer.handler(async ({ input, context }) => {
  const { userId, name } = signedIn(context);
  const { db, now } = context.services;
  const { id, note, ...answer } = input;
  const at = now();
  const { given, judgedScan } = await giveAnswer(
    db,
    { ...answer, scanId: id, ...(note !== undefined && { note }) },
    { id: userId, name },
    at,
  );
  return { given: asGiven(given, at), judgedScan };
});
