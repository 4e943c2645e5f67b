import { DomainError } from '@ippo/contracts';
import { asShown } from '../../exceptions/list-exceptions.ts';
import { makeException, readExceptionRules } from '../../exceptions/make-exception.ts';
import { readSelection } from '../../exceptions/read-selection.ts';
import type { StoredException } from '../../store/exceptions.ts';
import { contract, scopeOf, signedIn } from '../implement.ts';

export default contract.exceptions.makeOfSelection.handler(async ({ input, context }) => {
  const { db, now } = context.services;
  const { userId, name } = signedIn(context);
  const at = now();
  const { selection, fails, digest, askSecondPerson, ...acceptance } = input;
  const seen = await readSelection(db, scopeOf(context), selection, at);
  const { scopes, covered } = seen;
  const params = { told: String(fails), now: String(covered.length) };
  if (covered.length !== fails) throw new DomainError('exception-covers-other', params);
  if (seen.digest !== digest) throw new DomainError('selection-changed', params);
  const secondPerson = askSecondPerson || (await readExceptionRules(db)).secondPerson;
  const made = await db.transaction(async (tx) => {
    const rows: StoredException[] = [];
    for (const { chain, scope } of scopes) {
      const asked = { ...scope, ...acceptance };
      const by = { id: userId, name };
      rows.push(await makeException(tx, { asked, chain, secondPerson, extends: null }, by, at));
    }
    return rows;
  });
  return { exceptions: await asShown(db, made, { at, userId }) };
});
