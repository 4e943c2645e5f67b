import type { RoleAccess } from './assume-role.ts';
import type { AwsSession } from './session.ts';

/** The ways to AWS that an install has; opening one sends nothing. */
export type AwsAccess = {
  /** The account of this machine's own credentials. */
  machine(): Promise<AwsSession>;
  /** This machine's credentials, for assuming roles and saying who it is, and nothing else. */
  base(): Promise<AwsSession>;
  /** Another account, through a role. */
  role(role: RoleAccess): Promise<AwsSession>;
};
