import { z } from 'zod';
import type { Catalogue } from './catalogue.ts';
import { allow } from './endpoints/allow.ts';
import { attestationsEndpoints } from './endpoints/attestations.ts';
import { auditEndpoints } from './endpoints/audit.ts';
import { closedRegionsEndpoints } from './endpoints/closed-regions.ts';
import { connectionEndpoints } from './endpoints/connection.ts';
import { connectionsEndpoints } from './endpoints/connections.ts';
import { exceptionsEndpoints } from './endpoints/exceptions.ts';
import { exportsEndpoints } from './endpoints/exports.ts';
import { findingsEndpoints } from './endpoints/findings.ts';
import { passkeyEndpoints, profileEndpoints } from './endpoints/profile.ts';
import { reportsEndpoints } from './endpoints/reports.ts';
import { scansEndpoints } from './endpoints/scans.ts';
import { schedulesEndpoints } from './endpoints/schedules.ts';
import { settingsEndpoints } from './endpoints/settings.ts';
import { setupEndpoints } from './endpoints/setup.ts';
import { signingKeysEndpoints } from './endpoints/signing-keys.ts';
import { storageEndpoints } from './endpoints/storage.ts';
import { inviteEndpoints, resetEndpoints, teamEndpoints } from './endpoints/team.ts';
import { trendEndpoints } from './endpoints/trend.ts';
import { weeklyEndpoints } from './endpoints/weekly.ts';
import { roleSchema } from './roles.ts';

/** Every endpoint of the API under `/api`, with its permission, input and output. */
export const endpoints = {
  status: allow('anyone')
    .route({ method: 'GET', path: '/status', summary: 'What this install is, before sign-in' })
    .output(
      z.object({
        version: z.string(),
        ownerExists: z.boolean(),
        /** Host and port that this process listens on. */
        address: z.string(),
        /** True where only this machine can reach it. */
        loopbackOnly: z.boolean(),
        /** The organisation's own sign-in, where there is one: `GET /api/auth/sso/start` begins it. */
        sso: z.object({ name: z.string() }).nullable(),
      }),
    ),
  setup: setupEndpoints,
  session: allow('read')
    .route({ method: 'GET', path: '/session', summary: 'Who is signed in' })
    .output(
      z.object({
        name: z.string(),
        email: z.string(),
        role: roleSchema,
        /** The zone that the person chose, by its IANA name; null is the browser’s own. */
        timeZone: z.string().nullable(),
      }),
    ),
  profile: profileEndpoints,
  passkeys: passkeyEndpoints,
  team: teamEndpoints,
  invites: inviteEndpoints,
  resets: resetEndpoints,
  ...connectionEndpoints,
  connections: connectionsEndpoints,
  scans: scansEndpoints,
  schedules: schedulesEndpoints,
  reports: reportsEndpoints,
  signingKeys: signingKeysEndpoints,
  findings: findingsEndpoints,
  exports: exportsEndpoints,
  ...trendEndpoints,
  ...weeklyEndpoints,
  attestations: attestationsEndpoints,
  closedRegions: closedRegionsEndpoints,
  exceptions: exceptionsEndpoints,
  audit: auditEndpoints,
  storage: storageEndpoints,
  settings: settingsEndpoints,
  accounts: allow('read')
    .route({ method: 'GET', path: '/accounts', summary: 'Accounts with a complete report' })
    .output(
      z.object({
        accounts: z.array(
          z.object({
            account: z.string(),
            /** What its connection is called; null where nobody named it. */
            name: z.string().nullable(),
            source: z.enum(['aws', 'simulated', 'endpoint']),
            finishedAt: z.iso.datetime(),
            scanId: z.string(),
          }),
        ),
      }),
    ),
  catalogue: allow('read')
    .route({ method: 'GET', path: '/catalogue', summary: 'Every check’s texts, in both languages' })
    .output(z.custom<Catalogue>()),
};
