import type { Services } from '../../http/services.ts';

/** Closes what is still open in sessions that ended. */
export function endStreams({ sessionEnds }: Services, ended: readonly string[]): void {
  for (const id of ended) sessionEnds.ended(id);
}
