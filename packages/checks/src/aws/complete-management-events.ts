import type { AdvancedSelector, EventSelector } from '@ippo/contracts';
import { narrows, saysHow, type FieldSelector, type Selectors } from './management-events.ts';
import type { Told } from './root-user.ts';

/** Sources that people exclude to save cost; leaving out only these is a smaller gap. */
const USUAL_EXCLUSIONS = ['kms.amazonaws.com', 'rdsdata.amazonaws.com'];

/** What selectors keep of the management events: all, a part, or nothing; null where it cannot be told. */
export type Completeness = {
  all: Told;
  /** Whether leaving out KMS or RDS Data events is the only gap; tells where `all` is false. */
  onlyUsualGap: boolean;
};

/** Judges the union of selectors, as CloudTrail does: an event is kept if any selector matches it. */
export function completeness(selectors: Selectors): Completeness {
  const basic = (selectors.EventSelectors ?? []).map(basicPart);
  const advanced = (selectors.AdvancedEventSelectors ?? []).map(advancedPart);
  const told = [...basic, ...advanced];
  const parts = told.flatMap((part) => (typeof part === 'object' ? [part] : []));
  const undecided = told.length === 0 || told.includes('untold');
  return {
    all: coversBoth(parts.filter((part) => part.gap === 'none')) || (undecided ? null : false),
    onlyUsualGap: coversBoth(parts.filter((part) => part.gap !== 'other')),
  };
}

/** What one selector keeps. */
type Part = { keeps: ('read' | 'write')[]; gap: 'none' | 'usual' | 'other' };

function coversBoth(parts: readonly Part[]): boolean {
  const keeps = new Set(parts.flatMap((part) => part.keeps));
  return keeps.has('read') && keeps.has('write');
}

const readWriteTypes: Readonly<Record<string, Part['keeps']>> = {
  all: ['read', 'write'],
  readonly: ['read'],
  writeonly: ['write'],
};

function basicPart(selector: EventSelector): Part | 'nothing' | 'untold' {
  const { IncludeManagementEvents: included, ReadWriteType } = selector;
  if (included === false) return 'nothing';
  const keeps = readWriteTypes[ReadWriteType?.toLowerCase() ?? ''];
  if (!included || !keeps) return 'untold';
  return { keeps, gap: exclusionGap(selector.ExcludeManagementEventSources ?? []) };
}

/** Decided by fields, never by the selector's free-text name (mistakes.md 42); data selectors keep nothing. */
function advancedPart(selector: AdvancedSelector): Part | 'nothing' | 'untold' {
  const fields = selector.FieldSelectors;
  if (!fields?.every(saysHow)) return 'untold';
  const rest = fields.filter((field) => !isManagement(field));
  if (rest.length === fields.length) return 'nothing';
  const readOnly = rest.filter((field) => field.Field.toLowerCase() === 'readonly');
  const others = rest.filter((field) => field.Field.toLowerCase() !== 'readonly');
  const gaps = [...others.map(fieldGap), ...readOnly.map(readOnlyGap)];
  return { keeps: keptBy(readOnly), gap: worst(gaps) };
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
