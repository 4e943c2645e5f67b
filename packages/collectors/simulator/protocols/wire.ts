import type { HttpRequest } from '@smithy/protocol-http';
import type { AwsError } from '../aws-error.ts';

/** How a service speaks: what a request asks, and how an answer or an error is written. */
export type Protocol = {
  operation(request: HttpRequest): string;
  input(request: HttpRequest): Record<string, unknown>;
  answer(operation: string, output: Record<string, unknown>, requestId: string): Wire;
  error(error: AwsError, requestId: string): Wire;
};

export type Wire = { body: string; headers: Record<string, string> };

/** The body of a request as text; the SDK hands JSON over as bytes. */
export function textOf(request: HttpRequest): string {
  const body: unknown = request.body;
  if (body === undefined) return '';
  return typeof body === 'string' ? body : new TextDecoder().decode(body as Uint8Array);
}
