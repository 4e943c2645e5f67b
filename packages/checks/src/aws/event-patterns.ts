import type { Told } from './root-user.ts';

/** What is known of an event's fields: their text, their own fields, or `null` for "any value will do". */
export type EventFields = { readonly [field: string]: string | EventFields | null };

/**
 * Whether an EventBridge pattern lets an event through (EventBridge User Guide, *Event patterns* and
 * *Comparison operators*). Null where the pattern is no pattern, or asks for a field that is not known.
 */
export function admits(pattern: string, event: EventFields): Told {
  const parsed = parse(pattern);
  if (!isRecord(parsed) || Object.keys(parsed).length === 0) return null;
  return fieldsAdmit(parsed, event);
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function fieldsAdmit(pattern: Readonly<Record<string, unknown>>, event: EventFields): Told {
  return allOf(
    Object.entries(pattern).map(([field, wanted]) => {
      if (field === '$or') return oneOfPatterns(wanted, event);
      return Object.hasOwn(event, field) ? fieldAdmits(wanted, event[field]) : null;
    }),
  );
}

function oneOfPatterns(patterns: unknown, event: EventFields): Told {
  if (!Array.isArray(patterns)) return null;
  return anyOf(patterns.map((one: unknown) => (isRecord(one) ? fieldsAdmit(one, event) : null)));
}

function fieldAdmits(wanted: unknown, has: EventFields[string] | undefined): Told {
  if (has === null) return true;
  if (typeof has === 'string')
    return Array.isArray(wanted) ? anyOf(wanted.map((one: unknown) => matches(one, has))) : null;
  return isRecord(wanted) && has !== undefined ? fieldsAdmit(wanted, has) : null;
}

/** A plain value matches exactly; an object holds one operator. A text is neither number nor null. */
function matches(matcher: unknown, text: string): Told {
  if (typeof matcher === 'string') return matcher === text;
  if (!isRecord(matcher)) return Array.isArray(matcher) ? null : false;
  const [only, ...others] = Object.entries(matcher);
  if (!only || others.length > 0) return null;
  const [operator, operand] = only;
  if (operator === 'anything-but') return not(anyOf(listed(operand, text)));
  if (operator === 'exists') return typeof operand === 'boolean' ? operand : null;
  if (operator === 'numeric' || operator === 'cidr') return false;
  return compares(operator, operand, text);
}

/** `anything-but` takes one value, a list of them, or an operator with one value or a list. */
function listed(operand: unknown, text: string): Told[] {
  const operands: unknown[] = Array.isArray(operand) ? operand : [operand];
  return operands.flatMap((one) => {
    if (!isRecord(one)) return [matches(one, text)];
    const [only, ...others] = Object.entries(one);
    if (!only || others.length > 0) return [null];
    const [operator, values] = only;
    const list: unknown[] = Array.isArray(values) ? values : [values];
    return list.map((value) => compares(operator, value, text));
  });
}

function compares(operator: string, operand: unknown, text: string): Told {
  if ((operator === 'prefix' || operator === 'suffix') && isRecord(operand)) {
    const folded = operand['equals-ignore-case'];
    if (typeof folded !== 'string') return null;
    return compares(operator, folded.toLowerCase(), text.toLowerCase());
  }
  if (typeof operand !== 'string') return null;
  if (operator === 'prefix') return text.startsWith(operand);
  if (operator === 'suffix') return text.endsWith(operand);
  if (operator === 'equals-ignore-case') return text.toLowerCase() === operand.toLowerCase();
  return operator === 'wildcard' ? matchesWildcard(operand, text) : null;
}

/** By parts and not by a regular expression, so that many stars cost no more time; escapes are not told. */
export function matchesWildcard(wildcard: string, text: string): Told {
  if (wildcard.includes('\\')) return null;
  const [first = '', ...between] = wildcard.split('*');
  const last = between.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const part of between) {
    const found = text.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}

function allOf(told: readonly Told[]): Told {
  if (told.includes(false)) return false;
  return told.includes(null) ? null : true;
}

function anyOf(told: readonly Told[]): Told {
  if (told.includes(true)) return true;
  return told.includes(null) ? null : false;
}

function not(told: Told): Told {
  return told === null ? null : !told;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
