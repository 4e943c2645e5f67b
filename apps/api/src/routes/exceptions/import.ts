import { importExceptions } from '../../exceptions/import-file.ts';
import { contract, scopeOf, signedIn } from '../implement.ts';

export default contract.exceptions.import.handler(async ({ input, context }) => {
  const { db, now } = context.services;
  const { userId, name } = signedIn(context);
  const by = { id: userId, name };
  return importExceptions(db, { ...input, reader: scopeOf(context), by, at: now() });
});
