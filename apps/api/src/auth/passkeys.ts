import { DomainError } from '@ippo/contracts';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { z } from 'zod';
import type { Database } from '../store/database.ts';
import {
  keepChallenge,
  listPasskeys,
  notePasskeyUse,
  readPasskey,
  useChallenge,
  type StoredPasskey,
} from '../store/people-passkeys.ts';
import { passkeysPossibleAt } from './passkey-address.ts';
import { tokenHash } from './secrets.ts';

const challengeMs = 5 * 60 * 1_000;
/** COSE: EdDSA, ES256, RS256, which between them every device has. */
const supportedAlgorithmIDs = [-8, -7, -257];

/** Where a ceremony takes place: the origin of the pages that are open. */
export type Place = { db: Database; origin: string; now: Date };

type Answer<T> = { id: string; rawId: string; type: 'public-key'; response: T };
/** What a browser answers that made a passkey. */
export type MadePasskey = Answer<{
  clientDataJSON: string;
  attestationObject: string;
  transports?: string[] | undefined;
}>;
/** What a browser answers whose passkey signed. */
export type SignedPasskey = Answer<{
  clientDataJSON: string;
  authenticatorData: string;
  signature: string;
}>;

/** What a browser needs to make a passkey for somebody. */
export async function newPasskeyOptions(
  place: Place,
  person: { userId: string; email: string; name: string },
) {
  const { userId } = person;
  const options = await generateRegistrationOptions({
    ...{ rpName: 'Ippo', rpID: hostOf(place), timeout: challengeMs },
    ...{ userID: new TextEncoder().encode(userId), userName: person.email },
    userDisplayName: person.name,
    excludeCredentials: (await listPasskeys(place.db, userId)).map(({ id }) => ({ id })),
    supportedAlgorithmIDs,
    // Kept on the device and unlocked by its owner, it stands for the password and a second factor.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  await keep(place, options.challenge, userId);
  return options;
}

/** The passkey that a browser made, checked. Throws DomainError `passkey-refused`. */
export async function checkNewPasskey(
  place: Place,
  { userId, name }: { userId: string; name: string },
  made: MadePasskey,
): Promise<Omit<StoredPasskey, 'lastUsedAt'>> {
  const host = hostOf(place);
  const { clientDataJSON, attestationObject, transports: told = [] } = made.response;
  const expectedChallenge = await challengeUsedIn(place, clientDataJSON, userId);
  const given = { clientDataJSON, attestationObject, transports: told };
  const response = { ...made, response: given, clientExtensionResults: {} };
  const { registrationInfo } = await verifyRegistrationResponse({
    ...{ response, expectedChallenge, expectedOrigin: place.origin, expectedRPID: host },
    ...{ requireUserVerification: true, supportedAlgorithmIDs },
  }).catch(refuse);
  if (!registrationInfo) throw new DomainError('passkey-refused');
  const { id, publicKey, counter, transports = [] } = registrationInfo.credential;
  return {
    ...{ id, userId, name, counter, host, transports, createdAt: place.now },
    publicKey: Buffer.from(publicKey).toString('base64url'),
  };
}

/** What a browser needs to sign somebody in by any passkey of this host. */
export async function signInOptions(place: Place) {
  const rpID = hostOf(place);
  const options = await generateAuthenticationOptions({
    ...{ rpID, userVerification: 'required', timeout: challengeMs },
  });
  await keep(place, options.challenge, null);
  return options;
}

/** Whose passkey signed. Throws DomainError `passkey-refused`. */
export async function checkPasskeySignIn(
  place: Place,
  signed: SignedPasskey,
): Promise<{ userId: string }> {
  const { db, origin, now } = place;
  const host = hostOf(place);
  const expectedChallenge = await challengeUsedIn(place, signed.response.clientDataJSON, null);
  const response = { ...signed, clientExtensionResults: {} };
  const passkey = await readPasskey(db, signed.id);
  if (!passkey || passkey.host !== host) throw new DomainError('passkey-refused');
  const { id, counter } = passkey;
  const publicKey = new Uint8Array(Buffer.from(passkey.publicKey, 'base64url'));
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    ...{ response, expectedChallenge, expectedOrigin: origin, expectedRPID: host },
    credential: { id, publicKey, counter },
    requireUserVerification: true,
  }).catch(refuse);
  const used = verified && (await notePasskeyUse(db, passkey, authenticationInfo.newCounter, now));
  if (!used) throw new DomainError('passkey-refused');
  return { userId: passkey.userId };
}

function hostOf({ origin }: Place): string {
  const at = passkeysPossibleAt(origin);
  if (!at.possible) throw new DomainError('passkeys-not-possible');
  return at.host;
}

async function keep({ db, now }: Place, challenge: string, userId: string | null): Promise<void> {
  const expiresAt = new Date(now.getTime() + challengeMs);
  await keepChallenge(db, { hash: tokenHash(challenge), userId, expiresAt }, now);
}

const clientData = z.object({ challenge: z.string() });

/** The challenge that the browser says it signed, used up by asking; the signature proves it later. */
async function challengeUsedIn(
  { db, now }: Place,
  clientDataJson: string,
  userId: string | null,
): Promise<string> {
  const parsed = clientData.safeParse(jsonOf(Buffer.from(clientDataJson, 'base64url').toString()));
  if (!parsed.success || !(await useChallenge(db, tokenHash(parsed.data.challenge), userId, now)))
    throw new DomainError('passkey-refused');
  return parsed.data.challenge;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

// Whatever the library finds wrong with an answer, its sender is told one thing.
function refuse(error: unknown): never {
  throw new DomainError('passkey-refused', {}, error);
}
