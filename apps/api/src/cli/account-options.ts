import {
  openAwsSession,
  replayedSession,
  simulatedSession,
  worldNames,
  type AwsSession,
} from '@ippo/collectors';
import { DomainError } from '@ippo/contracts';
import { readConfig } from '../config.ts';
import { readInput } from './output-file.ts';
import { UsageError } from './usage-error.ts';

/** Which account a command is about, as the command line gives it. */
export type AccountOptions = {
  profile?: string;
  simulate?: string;
  /** Milliseconds that each call to a simulated account takes. */
  latency?: number;
  replay?: string;
};

/** Opens AWS, a simulated account or a recording; `record` is told every answer, masked, as lines. */
export async function openAccount(
  options: AccountOptions,
  record?: (line: string) => void,
): Promise<AwsSession> {
  const { allowedEndpoint } = readConfig();
  const chosen = [options.profile, options.simulate, options.replay];
  if (chosen.filter((one) => one !== undefined).length > 1)
    throw new UsageError('Give one of --profile, --simulate and --replay.');
  const recorded = record ? { record } : {};
  if (options.replay !== undefined) {
    if (record) throw new UsageError('--record: a replay is a recording already.');
    return replayedSession(readInput(options.replay, '--replay'));
  }
  if (options.simulate === undefined)
    return openAwsSession({
      profile: options.profile,
      allowedEndpoints: allowedEndpoint === null ? [] : [allowedEndpoint],
      ...recorded,
    });
  const world = options.simulate;
  if (!worldNames.includes(world))
    throw new DomainError('unknown-world', { world, known: worldNames.join(', ') });
  return simulatedSession(world, { latencyMs: options.latency ?? 0, ...recorded });
}
