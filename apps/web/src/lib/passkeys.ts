import { ApiProblem } from './api-problem.ts';

/** What a browser's WebAuthn call answers, as the API takes it. */
type Credential<Response> = { id: string; rawId: string; type: 'public-key'; response: Response };
type Made = Credential<{
  clientDataJSON: string;
  attestationObject: string;
  transports?: string[];
}>;
type Signed = Credential<{
  clientDataJSON: string;
  authenticatorData: string;
  signature: string;
}>;

/** Whether this browser can use passkeys at this address: a host name that it trusts, never an IP address. */
export function passkeysPossibleHere(): boolean {
  const { hostname } = location;
  const isAddress = /^[\d.]+$/.test(hostname) || hostname.includes(':');
  return window.isSecureContext && !isAddress && 'PublicKeyCredential' in window;
}

/** Asks for a new passkey; null where the person stopped. */
export async function makePasskey(options: unknown): Promise<Made | null> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
    options as PublicKeyCredentialCreationOptionsJSON,
  );
  return toJson<Made>(() => navigator.credentials.create({ publicKey }));
}

/** Asks for a passkey to sign in with; null where the person stopped. */
export async function signWithPasskey(options: unknown): Promise<Signed | null> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(
    options as PublicKeyCredentialRequestOptionsJSON,
  );
  return toJson<Signed>(() => navigator.credentials.get({ publicKey }));
}

async function toJson<Answer>(
  ask: () => Promise<globalThis.Credential | null>,
): Promise<Answer | null> {
  try {
    const credential = await ask();
    return credential instanceof PublicKeyCredential ? (credential.toJSON() as Answer) : null;
  } catch (error) {
    // Closed, timed out, or a device that is registered already: the browser does not tell them apart.
    if (error instanceof DOMException) return null;
    throw new ApiProblem('passkey-refused');
  }
}
