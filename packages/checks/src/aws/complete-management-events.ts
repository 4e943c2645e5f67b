import type { AdvancedSelector, EventSelector } from '@ippo/contracts';
import { narrows, saysHow, type FieldSelector, type Selectors } from './management-events.ts';
import type { Told } from './root-user.ts';

/** Sources that people exclude to save cost; leaving out only these is a smaller gap. */
const USUAL_EXCLUSIONS = ['kms.amazonaws.com', 'rdsdata.amazonaws.com'];

/** What selectors keep of the management events: all, a part, or nothing; null where it cannot be told. */
export type Completeness = {
  all: Told;
  /** Whether leaving out KMS or RDS Data events is the only gap. */
  onlyUsualGap: boolean;
};

/** Judges the union of selectors, as CloudTrail does: an event is kept if any selector matches it. */
export function completeness(selectors: Selectors): Completeness {
  const basic = (selectors.EventSelectors ?? []).map(basicPart);
  const advanced = (selectors.AdvancedEventSelectors ?? []).flatMap(advancedPart);
  const parts = [...basic, ...advanced];
  const kept = parts.filter((part) => part.keeps.length > 0);
  const whole = kept.filter((part) => part.gap === 'none');
  const nearly = kept.filter((part) => part.gap !== 'other');
  const undecided = parts.length === 0 || parts.some((part) => part.undecided);
  const complete = coversBoth(whole);
  return {
    all: complete ? true : undecided ? null : false,
    onlyUsualGap: !complete && !undecided && coversBoth(nearly),
  };
}

type Part = { keeps: ('read' | 'write')[]; gap: 'none' | 'usual' | 'other'; undecided: boolean };

function coversBoth(parts: readonly Part[]): boolean {
  const keeps = new Set(parts.flatMap((part) => part.keeps));
  return keeps.has('read') && keeps.has('write');
}

const readWriteTypes: Readonly<Record<string, Part['keeps']>> = {
  all: ['read', 'write'],
  readonly: ['read'],
  writeonly: ['write'],
};

function basicPart(selector: EventSelector): Part {
  const { IncludeManagementEvents: included, ReadWriteType } = selector;
  if (included === false) return { keeps: [], gap: 'none', undecided: false };
  const keeps = readWriteTypes[ReadWriteType?.toLowerCase() ?? ''];
  if (!included || !keeps) return { keeps: [], gap: 'none', undecided: true };
  const gap = exclusionGap(selector.ExcludeManagementEventSources ?? []);
  return { keeps, gap, undecided: false };
}

/** Decided by fields, never by the selector's free-text name (mistakes.md 42); data selectors give no part. */
function advancedPart(selector: AdvancedSelector): Part[] {
  const fields = selector.FieldSelectors;
  if (!fields?.every(saysHow)) return [{ keeps: [], gap: 'none', undecided: true }];
  const rest = fields.filter((field) => !isManagement(field));
  if (rest.length === fields.length) return [{ keeps: [], gap: 'none', undecided: false }];
  const readOnly = rest.filter((field) => field.Field.toLowerCase() === 'readonly');
  const others = rest.filter((field) => field.Field.toLowerCase() !== 'readonly');
  const gaps = [...others.map(fieldGap), ...readOnly.map(readOnlyGap)];
  return [{ keeps: keptBy(readOnly), gap: worst(gaps), undecided: false }];
}

/** The field that makes a selector one of management events; the same field said otherwise narrows it. */
function isManagement(field: FieldSelector): boolean {
  const named = field.Equals?.some((value) => value.toLowerCase() === 'management') ?? false;
  return field.Field.toLowerCase() === 'eventcategory' && named && !narrows(field, 'Equals');
}

function keptBy(readOnly: readonly FieldSelector[]): Part['keeps'] {
  const admits = (value: 'true' | 'false') =>
    readOnly.every(
      ({ Equals, NotEquals }) =>
        (Equals === undefined || Equals.some((one) => one.toLowerCase() === value)) &&
        !NotEquals?.some((one) => one.toLowerCase() === value),
    );
  return [
    ...(admits('true') ? (['read'] as const) : []),
    ...(admits('false') ? (['write'] as const) : []),
  ];
}

/** Reads and writes complete each other; any other operator could leave events out. */
function readOnlyGap(field: FieldSelector): Part['gap'] {
  return narrows(field, 'Equals', 'NotEquals') ? 'other' : 'none';
}

function fieldGap(field: FieldSelector): Part['gap'] {
  const excludesOnly = field.Field.toLowerCase() === 'eventsource' && !narrows(field, 'NotEquals');
  return excludesOnly ? exclusionGap(field.NotEquals ?? []) : 'other';
}

function exclusionGap(sources: readonly string[]): Part['gap'] {
  if (sources.length === 0) return 'none';
  return sources.every((source) => USUAL_EXCLUSIONS.includes(source.toLowerCase()))
    ? 'usual'
    : 'other';
}

function worst(gaps: readonly Part['gap'][]): Part['gap'] {
  return (['other', 'usual'] as const).find((gap) => gaps.includes(gap)) ?? 'none';
}
