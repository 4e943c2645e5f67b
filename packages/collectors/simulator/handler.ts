import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { HttpResponse, type HttpRequest } from '@smithy/protocol-http';
import type { HttpHandler } from '../src/guard.ts';
import { AwsError } from './aws-error.ts';
import type { Asked, SimulatedService } from './define-service.ts';
import { faultFinder, mishapOf } from './faults.ts';
import type { Wire } from './protocols/wire.ts';
import { account } from './services/account.ts';
import { cloudtrail } from './services/cloudtrail.ts';
import { config } from './services/config.ts';
import { ec2 } from './services/ec2.ts';
import { events } from './services/events.ts';
import { guardduty } from './services/guardduty.ts';
import { iam } from './services/iam.ts';
import { organizations } from './services/organizations.ts';
import { s3 } from './services/s3.ts';
import { s3control } from './services/s3control.ts';
import { securityhub } from './services/securityhub.ts';
import { sts } from './services/sts.ts';
import type { World } from './world.ts';

/** Every service that the simulated account has. */
export const simulatedServices: readonly SimulatedService[] = [
  account,
  cloudtrail,
  config,
  ec2,
  events,
  guardduty,
  iam,
  organizations,
  s3,
  s3control,
  securityhub,
  sts,
];

export type HandlerOptions = {
  now(): number;
  /** Milliseconds that every call takes. */
  latencyMs: number;
  /** Told the `service:Operation` of each request that arrived. */
  onRequest?: ((operation: string, region: string) => void) | undefined;
  /** Told what a service answered, in its own wire names. */
  onAnswer?: ((operation: string, output: Record<string, unknown>) => void) | undefined;
};

/** AWS in memory, in the place of the network: real requests in, real responses out. */
export function simulatedHandler(world: World, options: HandlerOptions): HttpHandler {
  const faults = faultFinder(world.faults);
  const seen = new Map<string, number>();
  const memory: Asked['memory'] = {};

  async function handle(request: HttpRequest, { abortSignal }: { abortSignal?: AbortSignal } = {}) {
    const { service, region } = scopeOf(request);
    const { protocol, answers } = service;
    const name = protocol.operation(request);
    const operation = `${service.service}:${name}`;
    const answer = answers[name];
    if (!answer) throw new Error(`The simulated account does not know ${operation}.`);
    options.onRequest?.(operation, region);
    const fault = faults(operation, region);
    if (options.latencyMs > 0)
      await sleep(options.latencyMs, undefined, abortSignal ? { signal: abortSignal } : {});
    const mishap = fault ? await mishapOf(fault, service, operation, abortSignal) : {};

    const input = protocol.input(request);
    const requestId = requestIdOf(operation, region, input, seen);
    const now = options.now();
    if (mishap.page) return response(mishap.page.status, mishap.page, now);
    try {
      if (mishap.error) throw mishap.error;
      const own = mishap.output ?? answer({ world, input, region, now, memory });
      const output = mishap.change?.(own) ?? own;
      options.onAnswer?.(operation, output);
      const wire = protocol.answer(name, output, requestId);
      return response(200, mishap.rewrite?.(wire) ?? wire, now);
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      return response(error.status, protocol.error(error, requestId), now);
    }
  }

  return {
    handle: handle as HttpHandler['handle'],
    updateHttpClientConfig: () => {},
    httpHandlerConfigs: () => ({}),
    destroy: () => {},
    metadata: { handlerProtocol: 'http/1.1' },
  } as HttpHandler;
}

/**
 * Service and region as the signature names them (AWS Signature Version 4, credential scope); S3 Control is
 * signed as S3, and alone names the account.
 */
function scopeOf({ headers }: HttpRequest): { service: SimulatedService; region: string } {
  const scope = /Credential=[^/]+\/\d{8}\/([^/]+)\/([^/]+)\/aws4_request/.exec(
    headers.authorization ?? '',
  );
  const name = scope?.[2] === 's3' && headers['x-amz-account-id'] ? 's3control' : scope?.[2];
  const service = simulatedServices.find((item) => item.service === name);
  if (!service)
    throw new Error(`The simulated account has no service ${scope?.[2] ?? '(unsigned)'}.`);
  return { service, region: scope?.[1] ?? '' };
}

/** Shaped like AWS's, and the same for the same question in every run. */
function requestIdOf(
  operation: string,
  region: string,
  input: unknown,
  seen: Map<string, number>,
): string {
  const key = JSON.stringify([operation, region, input]);
  const times = (seen.get(key) ?? 0) + 1;
  seen.set(key, times);
  const hex = createHash('sha256').update(`${key}${times}`).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

function response(
  statusCode: number,
  { body, headers, bytes }: Wire & { bytes?: number },
  now: number,
) {
  const content = Buffer.from(body);
  return {
    response: new HttpResponse({
      statusCode,
      headers: {
        date: new Date(now).toUTCString(),
        'content-length': String(bytes ?? content.length),
        ...headers,
      },
      body: Readable.from([content]),
    }),
  };
}
