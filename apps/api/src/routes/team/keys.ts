import { DomainError } from '@ippo/contracts';
import { listKeys } from '../../store/people-keys.ts';
import { readPerson } from '../../store/people.ts';
import { contract } from '../implement.ts';
import { keyAsShown } from '../profile/key-as-shown.ts';

export default contract.team.keys.handler(async ({ input: { id }, context }) => {
  const { db } = context.services;
  if (!(await readPerson(db, id))) throw new DomainError('not-found');
  const keys = await listKeys(db, id);
  return { keys: keys.map(keyAsShown) };
});
