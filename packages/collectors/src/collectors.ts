export { openAwsSession, type AwsSessionOptions } from './aws-session.ts';
export { collectEvidence, type CollectOptions } from './collect-evidence.ts';
export { frozenClock, systemClock, type Clock } from './clock.ts';
export { identify, type Identity } from './identify.ts';
export { defaultLimits, type Limits } from './limits.ts';
export { actionsOf, operations } from './operations.ts';
export { renderPolicy, policyFormats, type PolicyFormat } from './policy.ts';
export type { AwsSession } from './session.ts';
export { simulatedSession, worldNames, type SimulatedOptions } from '../simulator/simulator.ts';
