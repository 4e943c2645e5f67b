import { z } from 'zod';
import { apiKeySchema } from '../api-key.ts';
import {
  accessSchema,
  inviteSchema,
  newPasswordSchema,
  personEmailSchema,
  personNameSchema,
  personSchema,
} from '../person.ts';
import { roleSchema } from '../roles.ts';
import { instantSchema } from '../text.ts';
import { allow } from './allow.ts';

const person = z.object({ id: z.string() });
const token = z.object({ token: z.string().max(200) });
const done = z.object({ done: z.literal(true) });

/** A link to hand over; its token is shown this once and works once. */
const link = z.object({ link: z.string(), expiresAt: instantSchema });

/** People of this install. Who gives or takes access must have signed in a short while ago. */
export const teamEndpoints = {
  list: allow('team')
    .route({ method: 'GET', path: '/team', summary: 'People and open invitations' })
    .output(z.object({ people: z.array(personSchema), invites: z.array(inviteSchema) })),
  invite: allow('team')
    .route({ method: 'POST', path: '/team/invites', summary: 'Invite somebody by a link' })
    .input(
      z.object({
        email: personEmailSchema,
        access: accessSchema,
        /** How long the link works. */
        validHours: z.number().int().min(1).max(168).default(72),
      }),
    )
    .output(link.extend({ id: z.string() })),
  revokeInvite: allow('team')
    .route({ method: 'POST', path: '/team/invites/{id}/revoke', summary: 'Revoke an invitation' })
    .input(person)
    .output(done),
  changeAccess: allow('team')
    .route({
      method: 'POST',
      path: '/team/{id}/access',
      summary: 'Change a role, an auditor’s accounts, or an end; another role or accounts sign out',
    })
    .input(person.extend({ access: accessSchema }))
    .output(done),
  resetPassword: allow('team')
    .route({
      method: 'POST',
      path: '/team/{id}/reset',
      summary: 'Make a link by which somebody sets a new password; it ends all their sessions',
    })
    .input(person.extend({ validMinutes: z.number().int().min(30).max(1440).default(60) }))
    .output(link),
  signOut: allow('team')
    .route({ method: 'POST', path: '/team/{id}/sign-out', summary: 'Sign somebody out everywhere' })
    .input(person)
    .output(z.object({ ended: z.number().int() })),
  removeSecondFactor: allow('team')
    .route({
      method: 'POST',
      path: '/team/{id}/remove-second-factor',
      summary: 'Remove somebody’s authenticator app and passkeys; signs them out',
    })
    .input(person)
    .output(done),
  keys: allow('team')
    .route({ method: 'GET', path: '/team/{id}/keys', summary: 'Somebody’s API keys' })
    .input(person)
    .output(z.object({ keys: z.array(apiKeySchema) })),
  revokeKey: allow('team')
    .route({
      method: 'POST',
      path: '/team/{id}/keys/{key}/revoke',
      summary: 'Revoke one of somebody’s API keys',
    })
    .input(person.extend({ key: z.string() }))
    .output(done),
  remove: allow('team')
    .route({
      method: 'POST',
      path: '/team/{id}/remove',
      summary: 'Remove somebody; what they did keeps their name',
    })
    .input(person)
    .output(done),
};

/** What the person who opens an invitation may do. */
export const inviteEndpoints = {
  check: allow('anyone')
    .route({ method: 'POST', path: '/invites/check', summary: 'Whether an invitation still works' })
    .input(token)
    .output(
      z.object({
        email: z.string(),
        role: roleSchema,
        /** The end of the access itself. */
        until: instantSchema.nullable(),
        /** The end of the link. */
        expiresAt: instantSchema,
      }),
    ),
  accept: allow('anyone')
    .route({ method: 'POST', path: '/invites/accept', summary: 'Join with an invitation' })
    .input(token.extend({ name: personNameSchema, password: newPasswordSchema }))
    .output(z.object({ email: z.string() })),
};

/** What the person who opens a reset link may do. */
export const resetEndpoints = {
  check: allow('anyone')
    .route({ method: 'POST', path: '/resets/check', summary: 'Whether a reset link still works' })
    .input(token)
    .output(z.object({ email: z.string(), expiresAt: instantSchema })),
  use: allow('anyone')
    .route({
      method: 'POST',
      path: '/resets/use',
      summary: 'Set a new password; ends every session and removes passkeys and API keys',
    })
    .input(token.extend({ password: newPasswordSchema }))
    .output(z.object({ email: z.string() })),
};
