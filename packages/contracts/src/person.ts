import { z } from 'zod';
import { roleSchema } from './roles.ts';
import { instantSchema } from './text.ts';

// Controls break lines and logs; the directional overrides make a name read as another one.
const unseen = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;

/** What a person is called: any script, 1 to 100 characters, at least one of them visible. */
export const personNameSchema = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .refine((name) => !unseen.test(name) && /[\p{L}\p{N}\p{S}]/u.test(name), 'it cannot be read');

/** An e-mail address, which is what a person signs in with. */
export const personEmailSchema = z.email().max(200).toLowerCase();

/** A password as it is chosen, 14 to 200 characters. */
export const newPasswordSchema = z.string().min(14).max(200);

/**
 * What somebody may see and until when. An auditor has accounts (12 digits) and an end; everyone else
 * sees every account, and may have an end.
 */
export const accessSchema = z.discriminatedUnion('role', [
  z.object({
    role: z.literal('auditor'),
    accounts: z
      .array(z.string().regex(/^\d{12}$/))
      .min(1)
      .max(1000)
      .transform((accounts) => [...new Set(accounts)].toSorted()),
    until: instantSchema,
  }),
  z.object({
    role: z.enum(['owner', 'operator', 'viewer']),
    until: instantSchema.nullable().default(null),
  }),
]);
export type Access = z.infer<typeof accessSchema>;

/** A person as *Team* lists them. */
export const personSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  /** Null where no owner gave one yet: then nothing can be seen. */
  role: roleSchema.nullable(),
  /** Null is every account. */
  accounts: z.array(z.string()).nullable(),
  /** Null is without an end. */
  until: instantSchema.nullable(),
  lastSignInAt: instantSchema.nullable(),
  /** How they sign in: with a password here, or by the organisation’s own sign-in. */
  signsInBy: z.array(z.enum(['password', 'sso'])),
  /** Whether a code of an authenticator app is asked for at sign-in. */
  secondFactor: z.boolean(),
  passkeys: z.number().int(),
  /** API keys that work. */
  keys: z.number().int(),
  /** Signed-in browsers. */
  sessions: z.number().int(),
  /** True for whoever asks. */
  you: z.boolean(),
});
export type Person = z.infer<typeof personSchema>;

/** An invitation that was not taken up yet. */
export const inviteSchema = z.object({
  id: z.string(),
  email: z.string(),
  role: roleSchema,
  accounts: z.array(z.string()).nullable(),
  until: instantSchema.nullable(),
  createdAt: instantSchema,
  /** The link stops working then. */
  expiresAt: instantSchema,
  /** The name of who invited. */
  invitedBy: z.string().nullable(),
});
export type Invite = z.infer<typeof inviteSchema>;

/** Whether a passkey can be made at the address that is open, and what stands in the way. */
export const passkeysPossibleSchema = z.discriminatedUnion('possible', [
  z.object({ possible: z.literal(true), host: z.string() }),
  z.object({ possible: z.literal(false), why: z.enum(['ip-address', 'not-https']) }),
]);
export type PasskeysPossible = z.infer<typeof passkeysPossibleSchema>;
