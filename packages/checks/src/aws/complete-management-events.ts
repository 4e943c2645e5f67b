import type { AdvancedSelector, EventSelector } from '@ippo/contracts';
import type { Selectors } from './management-events.ts';
import type { Told } from './root-user.ts';

/** Sources that people exclude to save cost; leaving out only these is a smaller gap. */
const USUAL_EXCLUSIONS = ['kms.amazonaws.com', 'rdsdata.amazonaws.com'];

/** What selectors keep of the management events: all, a part, or nothing; null where it cannot be told. */
export type Completeness = {
  all: Told;
  /** Whether any management event is kept. */
  any: boolean;
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
    any: kept.length > 0,
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
  const gap = exclusionGap(selector.ExcludeManagementEventSources ?? []);
  return { keeps: keeps ?? [], gap, undecided: included === undefined || keeps === undefined };
}

/** Decided by fields, never by the selector's free-text name (mistakes.md 42); data selectors give no part. */
function advancedPart(selector: AdvancedSelector): Part[] {
  const fields = selector.FieldSelectors;
  if (fields === undefined) return [{ keeps: [], gap: 'none', undecided: true }];
  const rest = fields.filter((field) => field.Field.toLowerCase() !== 'eventcategory');
  const management = fields.some(
    (field) =>
      field.Field.toLowerCase() === 'eventcategory' &&
      field.Equals?.some((value) => value.toLowerCase() === 'management'),
  );
  if (!management) return [{ keeps: [], gap: 'none', undecided: false }];
  const readOnly = rest.filter((field) => field.Field.toLowerCase() === 'readonly');
  const others = rest.filter((field) => field.Field.toLowerCase() !== 'readonly');
  const gaps = [...others.map(fieldGap), ...readOnly.map(readOnlyGap)];
  return [{ keeps: keptBy(readOnly), gap: worst(gaps), undecided: false }];
}

type Field = NonNullable<AdvancedSelector['FieldSelectors']>[number];

function keptBy(readOnly: readonly Field[]): Part['keeps'] {
  const admits = (value: 'true' | 'false') =>
    readOnly.every(
      (field) =>
        (field.Equals === undefined || field.Equals.some((one) => one.toLowerCase() === value)) &&
        !field.NotEquals?.some((one) => one.toLowerCase() === value),
    );
  return [
    ...(admits('true') ? (['read'] as const) : []),
    ...(admits('false') ? (['write'] as const) : []),
  ];
}

/** AWS admits only `Equals` for `readOnly`; anything else could leave events out. */
function readOnlyGap({ Equals, NotEquals, ...others }: Field): Part['gap'] {
  const { Field: _name, ...narrowing } = others;
  const plain = Object.values(narrowing).every((values) => (values?.length ?? 0) === 0);
  return plain && (Equals !== undefined || NotEquals !== undefined) ? 'none' : 'other';
}

function fieldGap(field: Field): Part['gap'] {
  const onlyNotEquals =
    [field.Equals, field.StartsWith, field.EndsWith, field.NotStartsWith, field.NotEndsWith].every(
      (values) => (values?.length ?? 0) === 0,
    ) && field.Field.toLowerCase() === 'eventsource';
  return onlyNotEquals ? exclusionGap(field.NotEquals ?? []) : 'other';
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
