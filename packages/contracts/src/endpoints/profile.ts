import { z } from 'zod';
import { apiKeySchema, newApiKeySchema } from '../api-key.ts';
import { newPasswordSchema, passkeysPossibleSchema, personNameSchema } from '../person.ts';
import { roleSchema } from '../roles.ts';
import { zoneSchema } from '../schedule.ts';
import { instantSchema } from '../text.ts';
import { allow } from './allow.ts';

const password = z.string().max(200);
const done = z.object({ done: z.literal(true) });
const code = z.string().trim().max(20);

/** What a browser is handed for its WebAuthn call (`PublicKeyCredential…OptionsJSON`). */
const webAuthnOptions = z.looseObject({ challenge: z.string() });
const base64url = z.string().regex(/^[\w-]+$/);
const credential = z.object({
  id: base64url.max(1400),
  rawId: base64url.max(1400),
  type: z.literal('public-key'),
});

/** A signed-in browser. */
const sessionSchema = z.object({
  id: z.string(),
  signedInAt: instantSchema,
  lastSeenAt: instantSchema,
  expiresAt: instantSchema,
  address: z.string().nullable(),
  browser: z.string().nullable(),
  /** True for the browser that asks. */
  current: z.boolean(),
});

/** One's own name, password, second factor, passkeys and sessions. */
export const profileEndpoints = {
  read: allow('self')
    .route({ method: 'GET', path: '/profile', summary: 'Who one is here, and how one signs in' })
    .output(
      z.object({
        name: z.string(),
        email: z.string(),
        role: roleSchema,
        accounts: z.array(z.string()).nullable(),
        until: instantSchema.nullable(),
        /** False for who signs in by the organisation only. */
        hasPassword: z.boolean(),
        secondFactor: z.boolean(),
        /** Null without a second factor. */
        backupCodesLeft: z.number().int().nullable(),
        passkeys: z.array(
          z.object({
            id: z.string(),
            name: z.string(),
            host: z.string(),
            createdAt: instantSchema,
            lastUsedAt: instantSchema.nullable(),
          }),
        ),
        passkeysPossible: passkeysPossibleSchema,
        /** Until then, what needs a recent sign-in works without the password again. */
        recentUntil: instantSchema,
      }),
    ),
  rename: allow('self')
    .route({ method: 'POST', path: '/profile/name', summary: 'Change one’s name' })
    .input(z.object({ name: personNameSchema }))
    .output(done),
  setTimeZone: allow('self')
    .route({
      method: 'POST',
      path: '/profile/time-zone',
      summary: 'Choose the time zone of the pages; null is the browser’s own',
    })
    .input(z.object({ timeZone: zoneSchema.nullable() }))
    .output(done),
  confirm: allow('self')
    .route({
      method: 'POST',
      path: '/profile/confirm',
      summary: 'Give the password again, for what needs a recent sign-in',
    })
    .input(z.object({ password }))
    .output(z.object({ recentUntil: instantSchema })),
  changePassword: allow('self')
    .route({
      method: 'POST',
      path: '/profile/password',
      summary: 'Change the password; ends every other session',
    })
    .input(z.object({ current: password, password: newPasswordSchema }))
    .output(z.object({ ended: z.number().int() })),
  sessions: allow('self')
    .route({ method: 'GET', path: '/profile/sessions', summary: 'One’s signed-in browsers' })
    .output(z.object({ sessions: z.array(sessionSchema) })),
  endSession: allow('self')
    .route({ method: 'POST', path: '/profile/sessions/{id}/end', summary: 'Sign a browser out' })
    .input(z.object({ id: z.string() }))
    .output(done),
  signOutEverywhere: allow('self')
    .route({
      method: 'POST',
      path: '/profile/sign-out-everywhere',
      summary: 'Sign every other browser out, or this one too',
    })
    .input(z.object({ thisToo: z.boolean() }))
    .output(z.object({ ended: z.number().int() })),
  beginSecondFactor: allow('self')
    .route({
      method: 'POST',
      path: '/profile/second-factor',
      summary: 'Begin with an authenticator app: its otpauth address and backup codes',
    })
    .input(z.object({ password }))
    .output(z.object({ uri: z.string(), backupCodes: z.array(z.string()) })),
  confirmSecondFactor: allow('self')
    .route({
      method: 'POST',
      path: '/profile/second-factor/confirm',
      summary: 'Turn the authenticator app on with its first code; ends every other session',
    })
    .input(z.object({ code }))
    .output(done),
  newBackupCodes: allow('self')
    .route({
      method: 'POST',
      path: '/profile/second-factor/backup-codes',
      summary: 'New backup codes; the earlier ones stop working',
    })
    .input(z.object({ password }))
    .output(z.object({ backupCodes: z.array(z.string()) })),
  removeSecondFactor: allow('self')
    .route({
      method: 'POST',
      path: '/profile/second-factor/remove',
      summary: 'Turn the authenticator app off; needs a recent sign-in',
    })
    .input(z.object({ password }))
    .output(done),
  passkeyOptions: allow('self')
    .route({
      method: 'POST',
      path: '/profile/passkeys/options',
      summary: 'Begin with a new passkey; needs a recent sign-in',
    })
    .output(webAuthnOptions),
  addPasskey: allow('self')
    .route({ method: 'POST', path: '/profile/passkeys', summary: 'Keep a new passkey' })
    .input(
      z.object({
        name: personNameSchema,
        response: credential.extend({
          response: z.object({
            clientDataJSON: base64url,
            attestationObject: base64url,
            transports: z.array(z.string().max(20)).max(10).optional(),
          }),
        }),
      }),
    )
    .output(z.object({ id: z.string() })),
  removePasskey: allow('self')
    .route({
      method: 'POST',
      path: '/profile/passkeys/{id}/remove',
      summary: 'Remove a passkey; needs a recent sign-in',
    })
    .input(z.object({ id: z.string() }))
    .output(done),
  keys: allow('self')
    .route({ method: 'GET', path: '/profile/keys', summary: 'One’s API keys' })
    .output(z.object({ keys: z.array(apiKeySchema) })),
  makeKey: allow('self')
    .route({
      method: 'POST',
      path: '/profile/keys',
      summary: 'Make an API key, which is shown this once; needs a recent sign-in',
    })
    .input(newApiKeySchema)
    .output(z.object({ id: z.string(), key: z.string(), expiresAt: instantSchema })),
  revokeKey: allow('self')
    .route({ method: 'POST', path: '/profile/keys/{id}/revoke', summary: 'Revoke an API key' })
    .input(z.object({ id: z.string() }))
    .output(done),
};

/** Signing in with a passkey, at an address where that is possible. */
export const passkeyEndpoints = {
  options: allow('anyone')
    .route({ method: 'POST', path: '/passkeys/options', summary: 'Begin to sign in by passkey' })
    .output(webAuthnOptions),
  signIn: allow('anyone')
    .route({ method: 'POST', path: '/passkeys/sign-in', summary: 'Sign in by passkey' })
    .input(
      z.object({
        response: credential.extend({
          response: z.object({
            clientDataJSON: base64url,
            authenticatorData: base64url,
            signature: base64url,
          }),
        }),
      }),
    )
    .output(done),
};
