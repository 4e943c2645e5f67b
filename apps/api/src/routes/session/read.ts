import { readPerson } from '../../store/people.ts';
import { contract, signedIn } from '../implement.ts';

export default contract.session.handler(async ({ context }) => {
  const { userId, name, email, role } = signedIn(context);
  const person = await readPerson(context.services.db, userId);
  return { name, email, role, timeZone: person?.timeZone ?? null };
});
