import { exportExceptions } from '../../exceptions/export-file.ts';
import { contract, scopeOf, signedIn } from '../implement.ts';

export default contract.exceptions.export.handler(async ({ input, context }) => {
  const { db, now } = context.services;
  const { userId } = signedIn(context);
  return exportExceptions(db, { ...input, reader: scopeOf(context), by: userId, at: now() });
});
