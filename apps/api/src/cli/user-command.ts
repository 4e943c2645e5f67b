import { DomainError, roleSchema, roleWords, type Language } from '@ippo/contracts';
import { newToken, tokenHash } from '../auth/secrets.ts';
import type { Config } from '../config.ts';
import { removeFactorsOf } from '../store/people-access.ts';
import { listPeople } from '../store/people-list.ts';
import { addPasswordReset } from '../store/people-passwords.ts';
import { readPersonByEmail } from '../store/people.ts';
import { exitCodes } from './exit-code.ts';
import { onData } from './stored-data.ts';
import { terminalText } from './terminal-text.ts';
import { say } from './words.ts';

export type UserOptions = { lang: Language };
export type ResetOptions = UserOptions & { removeSecondFactor?: boolean };

const defaultPort = 8080;
const linkMs = 60 * 60 * 1_000;

/** Prints everybody who may sign in. */
export async function runUserList({ lang }: UserOptions): Promise<number> {
  await onData(async (db) => {
    for (const person of await listPeople(db, new Date())) {
      const role = roleSchema.safeParse(person.role).data;
      const marks = [
        role ? roleWords[role][lang] : say(lang, 'userNoRole'),
        person.accessUntil && say(lang, 'userUntil', { until: person.accessUntil.toISOString() }),
        person.twoFactorEnabled && say(lang, 'userSecondFactor'),
        person.lastSignInAt
          ? say(lang, 'userLastSignIn', { at: person.lastSignInAt.toISOString() })
          : say(lang, 'userNeverSignedIn'),
      ].filter((mark) => typeof mark === 'string');
      print(`${terminalText(person.email)}  ${terminalText(person.name)} · ${marks.join(' · ')}`);
    }
  });
  return exitCodes.ok;
}

/** Prints a link by which somebody sets a new password; their second factor goes where that is asked. */
export async function runUserReset(
  email: string,
  { lang, removeSecondFactor }: ResetOptions,
): Promise<number> {
  await onData(async (db, config) => {
    const person = await readPersonByEmail(db, email);
    if (!person) throw new DomainError('no-such-person', { email: terminalText(email) });
    const at = new Date();
    const expiresAt = new Date(at.getTime() + linkMs);
    const token = newToken();
    const { id } = person;
    if (removeSecondFactor) await removeFactorsOf(db, { actor: null, id, at });
    await addPasswordReset(db, { hash: tokenHash(token), userId: id, by: null, at, expiresAt });
    print(say(lang, 'userReset', { email: terminalText(person.email) }));
    print(`  ${addressOf(config)}/reset#token=${token}`);
    if (config.databaseUrl === null) print(say(lang, 'userResetStart'));
  });
  return exitCodes.ok;
}

function addressOf({ baseUrl, port }: Config): string {
  return baseUrl?.origin ?? `http://127.0.0.1:${port ?? defaultPort}`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
