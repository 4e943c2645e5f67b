import { contract, signedIn } from '../implement.ts';

export default contract.scans.cancel.handler(({ input, context }) => {
  const { userId, name } = signedIn(context);
  return context.services.scans.cancel(input.id, { id: userId, name });
});
