import { openAwsSession, simulatedSession, type AwsSession } from '@ippo/collectors';
import type { ScanTarget } from '@ippo/contracts';

/** Opens what a scan looks at; sends nothing yet. */
export type OpenTarget = (target: ScanTarget) => Promise<AwsSession>;

/** Slow enough that a visitor sees the demo being read, call by call. */
const demoLatencyMs = 250;

/** The account of this machine's credentials, or the demo. */
export function scanTargets(allowedEndpoint: string | null): OpenTarget {
  return async (target) =>
    target === 'demo'
      ? simulatedSession('acme-demo', { latencyMs: demoLatencyMs })
      : openAwsSession(allowedEndpoint === null ? {} : { allowedEndpoints: [allowedEndpoint] });
}
