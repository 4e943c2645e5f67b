import { z } from 'zod';
import { sourceSchema } from './evidence/evidence.ts';
import { problemCodes, type ProblemCode } from './problem.ts';
import { scanStatusSchema, scanTargetSchema } from './scan.ts';
import { instantSchema } from './text.ts';

/** `machine`: this machine's own credentials; `role`: a role that Ippo assumes. */
export const connectionKinds = ['machine', 'demo', 'role'] as const;
/** `new`: its role was not tested yet, or failed its test in a way that forbids its use. */
export const connectionStates = ['new', 'active', 'paused'] as const;

/**
 * What an identity may do beyond reading, as far as can be known without a permission more: `narrowed` by a
 * session policy to the published list whatever the role allows; `everything`: the root user; `more-by-name`:
 * its name is that of an AWS-managed policy that changes things; `not-known`: AWS tells only who may ask IAM.
 */
export const callerReaches = ['narrowed', 'everything', 'more-by-name', 'not-known'] as const;
export const callerReachSchema = z.enum(callerReaches);
export type CallerReach = z.infer<typeof callerReachSchema>;

/** The last scan of a connection that ended or is under way. */
const lastScanSchema = z.object({
  id: z.string(),
  status: scanStatusSchema,
  createdAt: instantSchema,
  finishedAt: instantSchema.nullable(),
});

/** One AWS account that can be scanned, and how it is reached. */
export const connectionSchema = z.object({
  id: scanTargetSchema,
  kind: z.enum(connectionKinds),
  /** `null`: a page names it by its kind. */
  name: z.string().nullable(),
  state: z.enum(connectionStates),
  /** 12 digits; `null` until it is known. */
  account: z.string().nullable(),
  roleArn: z.string().nullable(),
  /** What the trust policy of the role has to ask for; made by Ippo, no secret. */
  externalId: z.string().nullable(),
  /** Who AWS said that Ippo is there, when it was tested or scanned last. */
  caller: z.object({ arn: z.string(), reach: callerReachSchema }).nullable(),
  testedAt: instantSchema.nullable(),
  /** Why the last test failed; `null` where it went well or there was none. */
  problem: z.enum(problemCodes as [ProblemCode, ...ProblemCode[]]).nullable(),
  /** Where its last scan read; `null` before the first. */
  source: sourceSchema.nullable(),
  lastScan: lastScanSchema.nullable(),
  createdAt: instantSchema,
});
export type Connection = z.infer<typeof connectionSchema>;

/** One line of printable text; no control, direction or line mark can hide in it. */
export const connectionNameSchema = z
  .string()
  .trim()
  .min(1)
  .max(80)
  // Not as a pattern: in a schema for others its classes are not what every reader understands.
  .refine((name) => /^[^\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]+$/u.test(name));

/** An account as AWS writes it. */
export const accountIdSchema = z.string().regex(/^\d{12}$/);

/** What makes the role of a connection. */
export const roleTemplateSchema = z.object({
  text: z.string(),
  /** What the text may be saved as. */
  fileName: z.string(),
  /** To paste into a shell of the account to be read: writes the file and makes the role. */
  command: z.string(),
  roleName: z.string(),
  /** Who may assume the role: this machine's identity, as AWS names it. */
  caller: z.string(),
});
export type RoleTemplate = z.infer<typeof roleTemplateSchema>;
