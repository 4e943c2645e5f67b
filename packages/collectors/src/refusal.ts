import type { ReadingReason } from '@ippo/contracts';

/** Why a question got no usable answer; becomes an unreadable reading. */
export class Refusal extends Error {
  readonly reason: ReadingReason;
  /** AWS's error name, or the network's code. */
  readonly detail: string | undefined;
  /** The operation that was refused; none where the answer itself was at fault. */
  readonly operation: string | undefined;
  /** What the pages before the refused one held. */
  partial: unknown;

  constructor(reason: ReadingReason, detail?: string, operation?: string) {
    super(`${operation ?? 'answer'}: ${reason}${detail ? ` (${detail})` : ''}`);
    this.name = 'Refusal';
    this.reason = reason;
    this.detail = detail;
    this.operation = operation;
  }
}
