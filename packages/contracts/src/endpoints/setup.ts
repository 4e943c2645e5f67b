import { z } from 'zod';
import { allow } from './allow.ts';

/** What can be asked before anyone owns this install. */
export const setupEndpoints = {
  check: allow('anyone')
    .route({ method: 'POST', path: '/setup/check', summary: 'Whether a setup token still works' })
    .input(z.object({ token: z.string().max(200) }))
    .output(z.object({ until: z.iso.datetime() })),
  createOwner: allow('anyone')
    .route({ method: 'POST', path: '/setup', summary: 'Create the owner with the setup token' })
    .input(
      z.object({
        token: z.string().max(200),
        name: z.string().trim().min(1).max(100),
        email: z.email().max(200),
        password: z.string().min(14).max(200),
      }),
    )
    .output(z.object({ created: z.literal(true) })),
};
