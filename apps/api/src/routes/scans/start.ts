import { contract, signedIn } from '../implement.ts';

export default contract.scans.start.handler(({ input, context }) => {
  const { userId, name } = signedIn(context);
  return context.services.scans.start(input.target, { id: userId, name });
});
