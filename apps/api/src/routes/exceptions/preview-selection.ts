import { previewSelection } from '../../exceptions/read-selection.ts';
import { contract, scopeOf } from '../implement.ts';

export default contract.exceptions.previewSelection.handler(async ({ input, context }) => {
  const { db, now } = context.services;
  return previewSelection(db, scopeOf(context), input.selection, now());
});
