import type { EvidenceValue } from '@ippo/contracts';
import { eachRegion } from '../each-region.ts';
import type { EvidenceView, Sighted } from '../evidence-view.ts';
import { noUnit, unread, type Verdict } from '../verdict.ts';

type RecorderList = EvidenceValue<'config.recorders'>;
export type Recorder = RecorderList[number];

/** The recorders of one region, read, with at least one of the account's own. */
export type RegionRecorders = {
  region: string;
  /** The account's own, by name. */
  own: readonly Recorder[];
  reading: Sighted<RecorderList>;
};

/** Recorders that belong to an AWS service are nobody's practice (Config API, `servicePrincipal`). */
export function isServiceLinked(
  recorder: Pick<Recorder, 'name'> & { servicePrincipal?: string | undefined },
): boolean {
  return (
    recorder.servicePrincipal !== undefined ||
    recorder.name.startsWith('AWSConfigurationRecorderFor')
  );
}

/** The account's own recorders, in a stable order. */
export function ownRecorders(recorders: RecorderList): readonly Recorder[] {
  return recorders
    .filter((recorder) => !isServiceLinked(recorder))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Judges each region that has a recorder; one that has none is left to `cfg-recording`. */
export function eachRegionWithRecorder<Code extends string>(
  evidence: EvidenceView<'config.recorders'>,
  judgeRegion: (recorders: RegionRecorders) => Verdict<Code>,
) {
  return eachRegion<Code | 'not-read' | 'nothing-to-judge'>(evidence, (region) => {
    const reading = evidence.in('config.recorders', region);
    if (!reading.readable) return unread(reading);
    const own = ownRecorders(reading.value);
    return own.length === 0 ? noUnit(reading) : judgeRegion({ region, own, reading });
  });
}

/** Best first: of several recorders in a region, one good is enough. */
const ranking: readonly Verdict['outcome'][] = ['pass', 'unknown', 'manual', 'fail'];

/** The verdict on the recorder that does best; among equals, the first. */
export function bestOf<Code extends string>(
  recorders: readonly Recorder[],
  judgeRecorder: (recorder: Recorder) => Verdict<Code>,
): Verdict<Code> {
  const [best] = recorders
    .map(judgeRecorder)
    .toSorted((a, b) => ranking.indexOf(a.outcome) - ranking.indexOf(b.outcome));
  if (!best) throw new Error('a region with a recorder has none');
  return best;
}

/** What a recorder was told to record; null where a field that decides is missing or unknown. */
export type RecordingGroup =
  | { kind: 'all'; iamTypes: boolean | null }
  | { kind: 'only'; types: readonly string[] | null }
  | { kind: 'all-but'; types: readonly string[] }
  | null;

/** Config API `RecordingGroup`: the strategy decides; recorders older than it have `allSupported` only. */
export function recordingGroup({ recordingGroup: group }: Recorder): RecordingGroup {
  if (!group) return null;
  const { allSupported, includeGlobalResourceTypes, resourceTypes } = group;
  const all = { kind: 'all', iamTypes: includeGlobalResourceTypes ?? null } as const;
  const excluded = group.exclusionByResourceTypes?.resourceTypes;
  switch (group.recordingStrategy?.useOnly?.toUpperCase()) {
    case 'ALL_SUPPORTED_RESOURCE_TYPES':
      return all;
    case 'INCLUSION_BY_RESOURCE_TYPES':
      return { kind: 'only', types: resourceTypes ?? null };
    case 'EXCLUSION_BY_RESOURCE_TYPES':
      return excluded ? { kind: 'all-but', types: excluded } : null;
    case undefined:
      if (allSupported === true) return all;
      return allSupported === false ? { kind: 'only', types: resourceTypes ?? null } : null;
    default:
      return null;
  }
}
