import { revoke } from '../../exceptions/make-exception.ts';
import { contract, scopeOf, signedIn } from '../implement.ts';
import { oneAsShown } from './one-as-shown.ts';

export default contract.exceptions.revoke.handler(async ({ input, context }) => {
  const { db, now } = context.services;
  const { userId, name } = signedIn(context);
  const at = now();
  const by = { id: userId, name };
  return oneAsShown(context, await revoke(db, scopeOf(context), input.id, by, at), at);
});
