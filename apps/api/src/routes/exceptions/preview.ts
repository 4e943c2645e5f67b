import { previewScope, requireSubject } from '../../exceptions/scope-of-request.ts';
import { contract, scopeOf } from '../implement.ts';

export default contract.exceptions.preview.handler(async ({ input, context }) => {
  const { db, now } = context.services;
  const { source, ...scope } = input;
  const scan = await requireSubject(db, scopeOf(context), scope, source);
  return previewScope(db, scan, scope, now());
});
