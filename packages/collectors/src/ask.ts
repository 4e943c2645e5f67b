import type { Call } from '@ippo/contracts';
import type { HttpResponse } from '@smithy/protocol-http';
import { noAnswer, readAnswer, type Answer } from './answer.ts';
import { oddPlace } from './answer-shape.ts';
import { instant } from './clock.ts';
import { TimeoutError, type Lane } from './lane.ts';
import { errorName, reasonOf } from './reading-reasons.ts';
import { Refusal } from './refusal.ts';
import { clientRegion, type Run } from './run.ts';
import { operationParts, type Input, type Output } from './sdk.ts';
import type { SdkCommand } from './session.ts';
import { oddElement } from './xml-answer.ts';

/** Sends one operation with the right client; refused, it throws a `Refusal`. */
export type Ask<Op extends string = string> = <O extends Op>(
  operation: O,
  input: Input<O>,
) => Promise<Output<O>>;

/** The sender of one reading: `calls` gets every call it makes, all of them share the byte limit. */
export function openAsk<Op extends string>(run: Run, region: string, calls: Call[]): Ask<Op> {
  const { session } = run;
  let bytesLeft = session.limits.readingBytes;

  return async function ask(operation, input) {
    const { service } = operationParts(operation);
    if (run.mayAsk?.(operation, region, input) === false)
      throw new Refusal('capped', undefined, operation);
    const lane = run.lane(region);
    const answer = noAnswer();
    const [client, command] = await Promise.all([
      session.client(service, clientRegion(session, region)),
      session.command(operation, input),
    ]);
    listenTo(command, answer, lane, bytesLeft, session.clock.now);
    return lane.run(async () => {
      if (run.signal.aborted) throw new Refusal('not-asked', undefined, operation);
      if (lane.silent.aborted) throw new Refusal('timed-out', 'RegionSilent', operation);
      const call = newCall(operation, region, input, session.clock.now());
      calls.push(call);
      run.watch.sent(call);
      const deadline = openDeadline(session.limits.callMs, [run.signal, lane.silent]);
      try {
        const sending = client.send(command, { abortSignal: deadline.signal });
        const output = await Promise.race([sending, deadline.passed]);
        // An HTML page with status 200 can pass the parsers of the XML protocols as an empty answer.
        if (answer.broken) throw new SyntaxError('The answer is cut off, or none of AWS.');
        const odd = oddPart(command, output, answer);
        if (odd !== undefined) throw new SyntaxError(`The answer is unlike its model: ${odd}.`);
        return output as Output<typeof operation>;
      } catch (error) {
        throw refusalOf(
          run,
          call,
          answer,
          deadline.signal.aborted ? deadline.signal.reason : error,
        );
      } finally {
        deadline.close();
        bytesLeft -= answer.bytes;
        note(call, answer, session.clock.now());
        if (answer.skew !== undefined) run.skews.push(answer.skew);
        run.watch.ended(call);
      }
    });
  };
}

/** The part of an answer that is built unlike the SDK's model, as it came or as it was parsed. */
function oddPart({ schema }: SdkCommand, output: unknown, { xml }: Answer): string | undefined {
  const model = schema?.[5];
  if (model === undefined) return undefined;
  return (xml === undefined ? undefined : oddElement(model, xml)) ?? oddPlace(model, output);
}

/** Puts an ear between the SDK's parser and the wire, once per attempt. */
function listenTo(
  command: SdkCommand,
  answer: Answer,
  lane: Lane,
  limit: number,
  now: () => number,
): void {
  type Next = (args: unknown) => Promise<{ response: HttpResponse }>;
  command.middlewareStack.addRelativeTo(
    (next: Next) => async (args: unknown) => {
      answer.attempts += 1;
      answer.status = undefined;
      const result = await next(args);
      lane.heard();
      await readAnswer(answer, result.response, limit, now);
      return result;
    },
    { name: 'ippoAnswer', relation: 'after', toMiddleware: 'deserializerMiddleware' },
  );
}

function openDeadline(milliseconds: number, others: AbortSignal[]) {
  const own = new AbortController();
  const timer = setTimeout(() => own.abort(new TimeoutError('No answer in time.')), milliseconds);
  const signal = AbortSignal.any([own.signal, ...others]);
  const { promise: passed, reject } = Promise.withResolvers<never>();
  const stop = () => reject(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  // Nobody listens any more once the answer has won the race.
  passed.catch(() => {});
  function close() {
    clearTimeout(timer);
    // Node keeps a combined signal, and all that its listeners hold, for as long as it has any.
    signal.removeEventListener('abort', stop);
  }
  return { signal, passed, close };
}

function newCall(operation: string, region: string, input: unknown, at: number): Call {
  return {
    operation,
    region,
    parameters: parametersOf(input),
    at: instant(at),
    requestId: null,
    digest: null,
    outcome: 'answered',
    attempts: 0,
    milliseconds: 0,
  };
}

/** None of the declared operations takes a secret; what was left out is not a parameter. */
function parametersOf(input: unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(input ?? {}).filter(([, value]) => value !== undefined));
}

function note(call: Call, answer: Answer, now: number): void {
  call.milliseconds = Math.round(now - Date.parse(call.at));
  call.at = instant(now);
  call.attempts = answer.attempts;
  call.digest = answer.digest;
  call.requestId = answer.requestId;
}

function refusalOf(run: Run, call: Call, answer: Answer, error: unknown): Refusal {
  const { operation } = call;
  if (run.signal.aborted) {
    call.outcome = 'not-asked';
    return new Refusal('not-asked', undefined, operation);
  }
  const reason = reasonOf({ operation, error, ...answer });
  call.outcome = reason;
  return new Refusal(reason, errorName(error), operation);
}
