import { approve } from '../../exceptions/make-exception.ts';
import { contract, scopeOf, signedIn } from '../implement.ts';
import { oneAsShown } from './one-as-shown.ts';

export default contract.exceptions.approve.handler(async ({ input, context }) => {
  const { db, now } = context.services;
  const { userId, name } = signedIn(context);
  const at = now();
  const by = { id: userId, name };
  return oneAsShown(context, await approve(db, scopeOf(context), input.id, by, at), at);
});
