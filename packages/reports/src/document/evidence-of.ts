import type { Assessment, EvidenceRef, Finding } from '@ippo/contracts';

/** The answers that a finding rests on: that a Region is not enabled is known from the list of Regions alone. */
export function evidenceOf(
  { evidence, reason }: Finding,
  { populations }: Pick<Assessment, 'populations'>,
): readonly EvidenceRef[] {
  if (evidence.length > 0 || !reason.code.startsWith('region-')) return evidence;
  return populations.find(({ id }) => id === 'regions')?.calls ?? [];
}
