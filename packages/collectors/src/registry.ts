import type { EvidenceId } from '@ippo/contracts';
import { collectors } from './collectors.gen.ts';
import type { Collector } from './define-collector.ts';

/** Every collector as the engine sees it: each was checked against its own evidence where it was declared. */
export const registry = collectors as unknown as Readonly<Record<EvidenceId, Collector>>;
