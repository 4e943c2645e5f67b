import type { Generated } from '../gen/generated.ts';

/** A collector, its kind of evidence and its test. */
export function collectorFiles(_service: string, _thing: string): Generated[] {
  return [];
}
