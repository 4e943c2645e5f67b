import { DomainError } from '@ippo/contracts';
import { makeException, readExceptionRules } from '../../exceptions/make-exception.ts';
import { failsIn, requireSubject } from '../../exceptions/scope-of-request.ts';
import { readException } from '../../store/exceptions.ts';
import { contract, scopeOf, signedIn } from '../implement.ts';
import { oneAsShown } from './one-as-shown.ts';

export default contract.exceptions.make.handler(async ({ input, context }) => {
  const { db, now } = context.services;
  const { userId, name } = signedIn(context);
  const at = now();
  const { source, askSecondPerson, extends: earlier = null, ...asked } = input;
  const reader = scopeOf(context);
  const { chain } = await requireSubject(db, reader, asked, source);
  if ((await failsIn(db, chain, asked)).length === 0)
    throw new DomainError('exception-covers-nothing');
  if (earlier !== null && (await readException(db, reader, earlier))?.chain !== chain)
    throw new DomainError('not-found');
  const secondPerson = askSecondPerson || (await readExceptionRules(db)).secondPerson;
  const made = await db.transaction((tx) =>
    makeException(tx, { asked, chain, secondPerson, extends: earlier }, { id: userId, name }, at),
  );
  return oneAsShown(context, made, at);
});
