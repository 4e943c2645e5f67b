export type { RoleAccess } from './assume-role.ts';
export type { AwsAccess } from './aws-access.ts';
export { awsAccess, openAwsSession, openRoleOnAws, type AwsSessionOptions } from './aws-session.ts';
export { collectEvidence, type CollectOptions } from './collect-evidence.ts';
export { frozenClock, systemClock, type Clock } from './clock.ts';
export { identify, type Identity } from './identify.ts';
export { defaultLimits, type Limits } from './limits.ts';
export { actionsOf, operations } from './operations.ts';
export { renderPolicy, policyFormats, type PolicyFormat } from './policy.ts';
export { preflight } from './preflight.ts';
export { proveRole } from './prove-role.ts';
export { replayedSession, type ReplayOptions } from './record/replay.ts';
export { renderRole, trustedBy, type RoleToMake } from './role-template.ts';
export type { AwsSession } from './session.ts';
export { simulatedCloud, type CloudOptions } from '../simulator/cloud.ts';
export type { AssumableRole } from '../simulator/role-sessions.ts';
export {
  simulatedSession,
  simulatedWorld,
  worldNames,
  type SimulatedOptions,
  type World,
} from '../simulator/simulator.ts';
