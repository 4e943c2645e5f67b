import { setTimeout as sleep } from 'node:timers/promises';
import { AwsError } from './aws-error.ts';
import type { SimulatedService } from './define-service.ts';
import type { Wire } from './protocols/wire.ts';
import type { Fault } from './world.ts';

/** What a fault makes of an answer. */
export type Spoiled = {
  error?: AwsError;
  output?: Record<string, unknown>;
  change?(output: Record<string, unknown>): Record<string, unknown>;
  /** A page from something in between, instead of an answer. */
  page?: Wire & { status: number };
  /** `bytes`: what the length header claims. */
  rewrite?(wire: Wire): Wire & { bytes?: number };
};

/** Finds the first fault that fits a request and has not run out. */
export function faultFinder(faults: readonly Fault[]) {
  const left = new Map(faults.map((fault) => [fault, fault.times ?? Infinity]));
  return function faultFor(operation: string, region: string): Fault | undefined {
    const fault = faults.find(
      (item) =>
        (left.get(item) ?? 0) > 0 &&
        (!item.region || item.region === region) &&
        (!item.operation ||
          operation === item.operation ||
          operation.startsWith(`${item.operation}:`)),
    );
    if (fault) left.set(fault, (left.get(fault) ?? 0) - 1);
    return fault;
  };
}

/** Lets a fault happen to one request. */
export async function mishapOf(
  fault: Fault,
  { codes }: SimulatedService,
  operation: string,
  abortSignal: AbortSignal | undefined,
): Promise<Spoiled> {
  const denial = `User: arn:aws:sts::111122223333:assumed-role/ippo-readonly/ippo is not authorized to perform: ${operation}`;
  switch (fault.act) {
    case 'refuse':
      return {
        error: new AwsError(fault.error, fault.message ?? fault.error, fault.status ?? 400),
      };
    case 'deny':
      return {
        error: new AwsError(
          codes.denied,
          `${denial} because no identity-based policy allows the ${operation} action`,
          codes.deniedStatus,
        ),
      };
    case 'scp-deny':
      return {
        error: new AwsError(
          codes.denied,
          `${denial} with an explicit deny in a service control policy`,
          codes.deniedStatus,
        ),
      };
    case 'throttle':
      return { error: new AwsError(codes.throttled, 'Rate exceeded', codes.throttledStatus) };
    case 'html':
      return {
        page: {
          status: fault.status,
          body: `<!DOCTYPE html>\n<html><head><title>${fault.status}</title></head><body><h1>Error</h1></body></html>`,
          headers: { 'content-type': 'text/html' },
        },
      };
    case 'truncate':
      return {
        rewrite: ({ body, headers }) => ({
          body: body.slice(0, Math.floor(body.length / 2)),
          headers,
          bytes: Buffer.byteLength(body),
        }),
      };
    case 'body':
      return { rewrite: ({ body, headers }) => ({ body: body.padEnd(fault.bytes), headers }) };
    case 'answer':
      return { output: { ...fault.output } };
    case 'change':
      return { change: fault.change };
    case 'rewrite':
      return { rewrite: ({ body, headers }) => ({ body: fault.rewrite(body), headers }) };
    case 'delay':
      await sleep(fault.milliseconds, undefined, abortSignal ? { signal: abortSignal } : {});
      return {};
    case 'hang':
      return new Promise((_resolve, reject) => {
        const stop = () => reject(abortSignal?.reason);
        if (abortSignal?.aborted) stop();
        abortSignal?.addEventListener('abort', stop, { once: true });
      });
    case 'hang-up':
      throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
  }
}
