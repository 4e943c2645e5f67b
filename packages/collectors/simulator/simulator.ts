import { DomainError, type Source } from '@ippo/contracts';
import { frozenClock, systemClock } from '../src/clock.ts';
import { defaultLimits, type Limits } from '../src/limits.ts';
import { operations } from '../src/operations.ts';
import { recording, type WriteLine } from '../src/record/recording.ts';
import { openSession, type AwsSession } from '../src/session.ts';
import { simulatedHandler, type HandlerOptions } from './handler.ts';
import type { Fault, World } from './world.ts';
import { worlds } from './worlds.gen.ts';

export type { Fault, Mishap, World } from './world.ts';
export {
  account,
  everywhere,
  organizationOf,
  recorder,
  store,
  trail,
  type AccountOptions,
} from './build-world.ts';

/** Every simulated account by name. */
export const worldNames: readonly string[] = Object.keys(worlds);

export type SimulatedOptions = {
  /** Milliseconds that every call takes. */
  latencyMs?: number;
  /** Besides the world's own; the first that fits a request happens. */
  faults?: readonly Fault[];
  /** Stops the clock at this instant; without it the real one runs. */
  now?: Date;
  startRegion?: string;
  limits?: Partial<Limits>;
  /** Operations that the guard lets through besides the declared ones, to try the account itself. */
  alsoPermit?: readonly string[];
  /** Told every answer, masked, as lines that `replayedSession` reads. */
  record?: WriteLine;
} & Pick<HandlerOptions, 'onRequest' | 'onAnswer'>;

/**
 * Opens a simulated account under the real SDK: real signing and parsing, no network. Throws
 * `unknown-world` where no world has that name.
 */
export function simulatedSession(
  world: string | World | ((now: Date) => World),
  options: SimulatedOptions = {},
): AwsSession {
  const clock = options.now ? frozenClock(options.now) : systemClock;
  const made = worldOf(world, new Date(clock.now()));
  const faults = [...(options.faults ?? []), ...made.faults];
  const source: Source = { kind: 'simulated', world: made.name };
  const startRegion = options.startRegion ?? made.startRegion;
  const handler = simulatedHandler(
    { ...made, faults },
    {
      now: clock.now,
      latencyMs: options.latencyMs ?? 0,
      onRequest: options.onRequest,
      onAnswer: options.onAnswer,
    },
  );
  const write = options.record;
  return openSession({
    source,
    startRegion,
    clock,
    limits: { ...defaultLimits, ...options.limits },
    handler: write ? recording(handler, { source, startRegion, clock, write }) : handler,
    operations: [...operations, ...(options.alsoPermit ?? [])],
    routes: [],
    endpoints: new Set(),
    credentials: () => async () => ({ accessKeyId: 'AKIASIMULATED', secretAccessKey: 'simulated' }),
    clientSettings: {
      ignoreConfiguredEndpointUrls: true,
      useFipsEndpoint: false,
      useDualstackEndpoint: false,
    },
  });
}

/** A simulated account as plain data, at one moment. Throws `unknown-world` where none has that name. */
export function simulatedWorld(name: string, now: Date): World {
  return worldOf(name, now);
}

function worldOf(world: string | World | ((now: Date) => World), now: Date): World {
  if (typeof world === 'function') return world(now);
  if (typeof world !== 'string') return world;
  const make = Object.entries(worlds).find(([name]) => name === world)?.[1];
  if (make) return make(now);
  throw new DomainError('unknown-world', { world, known: worldNames.join(', ') });
}
