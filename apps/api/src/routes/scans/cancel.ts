import { contract, scopeOf, signedIn } from '../implement.ts';

export default contract.scans.cancel.handler(async ({ input, context }) => {
  const { userId, name } = signedIn(context);
  const { scans } = context.services;
  // Whoever may not see a scan may not end it either.
  await scans.read(input.id, scopeOf(context));
  return scans.cancel(input.id, { id: userId, name });
});
