import { roleSchema } from '@ippo/contracts';
import { listOpenInvites } from '../../store/people-invites.ts';
import { listPeople } from '../../store/people-list.ts';
import { contract, signedIn } from '../implement.ts';

export default contract.team.list.handler(async ({ context }) => {
  const { db, now } = context.services;
  const { userId } = signedIn(context);
  const at = now();
  const people = await listPeople(db, at);
  const invites = await listOpenInvites(db, at);
  return {
    people: people.map(({ id, name, email, accounts, signsInBy, ...person }) => ({
      ...{ id, name, email, accounts, signsInBy },
      ...{ sessions: person.sessions, passkeys: person.passkeys, keys: person.keys },
      role: roleSchema.safeParse(person.role).data ?? null,
      until: person.accessUntil?.toISOString() ?? null,
      lastSignInAt: person.lastSignInAt?.toISOString() ?? null,
      secondFactor: person.twoFactorEnabled,
      you: id === userId,
    })),
    invites: invites.map(({ id, email, role, accounts, invitedBy, ...invite }) => ({
      ...{ id, email, role, accounts, invitedBy },
      until: invite.accessUntil?.toISOString() ?? null,
      createdAt: invite.createdAt.toISOString(),
      expiresAt: invite.expiresAt.toISOString(),
    })),
  };
});
