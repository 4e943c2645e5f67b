import type { AdvancedSelector, EventSelector } from '@ippo/contracts';
import type { Told } from './root-user.ts';

/** Selectors of a trail or a Lake store, as either API returns them. */
export type Selectors = {
  EventSelectors?: EventSelector[] | undefined;
  AdvancedEventSelectors?: AdvancedSelector[] | undefined;
};

/**
 * Whether selectors keep at least write management events (checks.md `ct-enabled`): null where a value that
 * nobody knows, or no selector at all, could decide.
 */
export function selectsWriteManagementEvents(selectors: Selectors): Told {
  const basic = (selectors.EventSelectors ?? []).map(basicSelects);
  const advanced = (selectors.AdvancedEventSelectors ?? []).map(advancedSelects);
  const told = [...basic, ...advanced];
  if (told.includes(true)) return true;
  return told.length === 0 || told.includes(null) ? null : false;
}

function basicSelects(selector: EventSelector): Told {
  if (selector.IncludeManagementEvents === undefined) return null;
  if (!selector.IncludeManagementEvents) return false;
  const kind = selector.ReadWriteType?.toLowerCase();
  if (kind === 'all' || kind === 'writeonly') return true;
  return kind === 'readonly' ? false : null;
}

export type FieldSelector = NonNullable<AdvancedSelector['FieldSelectors']>[number];

/** Decided by fields, never by the selector's free-text name (mistakes.md 42). */
function advancedSelects(selector: AdvancedSelector): Told {
  const fields = selector.FieldSelectors;
  if (!fields?.every(saysHow)) return null;
  const category = fields.filter((field) => lower(field.Field) === 'eventcategory');
  if (!category.some((field) => holds(field.Equals, 'management'))) return false;
  return fields
    .filter((field) => lower(field.Field) !== 'eventcategory')
    .every((field) => keepsWrites(field) || excludesSourcesOnly(field));
}

/** `readOnly` Equals false, or NotEquals true: writes are kept. */
function keepsWrites(field: FieldSelector): boolean {
  if (lower(field.Field) !== 'readonly' || narrows(field, 'Equals', 'NotEquals')) return false;
  const equals = field.Equals === undefined || holds(field.Equals, 'false');
  return equals && !holds(field.NotEquals, 'false');
}

/** What is left out by source is the business of `ct-mgmt-events`. */
function excludesSourcesOnly(field: FieldSelector): boolean {
  return (
    lower(field.Field) === 'eventsource' &&
    !narrows(field, 'NotEquals', 'NotStartsWith', 'NotEndsWith')
  );
}

const operators = [
  'Equals',
  'StartsWith',
  'EndsWith',
  'NotEquals',
  'NotStartsWith',
  'NotEndsWith',
] as const;

/** Whether a field uses an operator besides those allowed. */
export function narrows(field: FieldSelector, ...allowed: (typeof operators)[number][]): boolean {
  return operators.some(
    (operator) => !allowed.includes(operator) && (field[operator]?.length ?? 0) > 0,
  );
}

/** A field says how it is compared (CloudTrail API, `AdvancedFieldSelector`); what is left of one that does not tells nothing. */
export function saysHow(field: FieldSelector): boolean {
  return operators.some((operator) => (field[operator]?.length ?? 0) > 0);
}

function holds(values: readonly string[] | undefined, wanted: string): boolean {
  return values?.some((value) => lower(value) === wanted) ?? false;
}

function lower(text: string): string {
  return text.toLowerCase();
}
