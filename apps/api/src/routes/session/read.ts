import { contract, signedIn } from '../implement.ts';

export default contract.session.handler(({ context }) => {
  const { name, email, role } = signedIn(context);
  return { name, email, role };
});
