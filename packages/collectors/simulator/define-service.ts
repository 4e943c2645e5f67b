import type { Protocol } from './protocols/wire.ts';
import type { World } from './world.ts';

/** What one request is answered from. */
export type Asked = {
  world: World;
  input: Record<string, unknown>;
  /** The region that the request was signed for. */
  region: string;
  /** Milliseconds since 1970, UTC. */
  now: number;
  /** What this account has been told to do since the session was opened. */
  memory: { reportMadeAt?: number; reportAskedFor?: number };
};

/** One AWS service in memory: it knows the operations that our collectors send, and no other. */
export type SimulatedService = {
  /** The signing name. */
  service: string;
  protocol: Protocol;
  /** The codes that this service uses for what every service may answer. */
  codes: { denied: string; deniedStatus: number; throttled: string; throttledStatus: number };
  answers: Readonly<Record<string, (asked: Asked) => Record<string, unknown>>>;
};
