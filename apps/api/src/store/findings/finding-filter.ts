import { catalogue } from '@ippo/checks';
import {
  severities,
  type FindingFacet,
  type FindingFilter,
  type Severity,
  type Tokens,
} from '@ippo/contracts';
import { and, eq, gte, ilike, inArray, notInArray, sql, type SQL } from 'drizzle-orm/sql';
import { findingSpans } from '../schema/findings.ts';
import { flagCondition } from './exception-flags.ts';
import { pickedCondition } from './picked-condition.ts';

/** A filter with the moment whose exceptions it asks about. */
export type FilterAt = FindingFilter & { at: Date };

type CheckFacts = { measure: string; service: string };

/** What a filter may ask of a check, besides its id; the service is that of the first evidence it needs. */
const checks: ReadonlyMap<string, CheckFacts> = new Map(
  catalogue.checks.map(({ id, measure, requires }) => [
    id,
    { measure: String(measure), service: (requires[0] ?? '').split('.')[0] ?? '' },
  ]),
);

/** The frameworks and requirements that each check is referenced by, as a filter names them. */
const marks: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  catalogue.checks.map(({ id, references }) => [
    id,
    new Set(references.flatMap((one) => [one.framework, `${one.framework}:${one.id}`])),
  ]),
);

/** Whether a filter by framework lets a check through. */
export function passesFramework({ framework }: FindingFilter, check: string): boolean {
  if (!framework) return true;
  return framework.any.some((one) => marks.get(check)?.has(one) === true) !== framework.not;
}

/** A check's value for a facet that follows from the check; empty for one that left the catalogue. */
export function ofCheck(check: string, facet: 'measure' | 'service'): string {
  return checks.get(check)?.[facet] ?? '';
}

/** The contract's shown outcome of a row. */
const shownOutcome = sql<string>`case when ${findingSpans.blocked} then 'blocked' else ${findingSpans.outcome} end`;

/** What the tokens of a list let through, for the part that groups of findings are counted by. */
export function tokenConditions(filter: FindingFilter): (SQL | undefined)[] {
  return [
    among(findingSpans.account, filter.account),
    byOutcome(filter.outcome),
    among(findingSpans.check, filter.check),
    among(findingSpans.region, filter.region),
    among(findingSpans.change, filter.change),
    bySeverity(filter.severity),
    byCheck('measure', filter.measure),
    byCheck('service', filter.service),
    byFramework(filter.framework),
    filter.blocked === undefined ? undefined : eq(findingSpans.blocked, filter.blocked === 'yes'),
  ];
}

/** What else narrows a list: it needs every row looked at. */
export function rowConditions({
  resource,
  since,
  exception,
  finding,
  without,
  at,
}: FilterAt): SQL | undefined {
  return and(
    exception === undefined ? undefined : flagCondition(exception, at),
    resource === undefined ? undefined : ilike(findingSpans.resource, `%${escaped(resource)}%`),
    pickedCondition({ finding, without }),
    since === undefined ? undefined : gte(findingSpans.since, new Date(since)),
  );
}

/** A severity by the rank that rows keep. */
export function severityOf(rank: number): Severity {
  return severities[rank] ?? 'low';
}

/** Facets with what their tokens are. */
export function tokensOf(filter: FindingFilter, facet: FindingFacet): Tokens | undefined {
  if (facet !== 'blocked') return filter[facet];
  return filter.blocked === undefined ? undefined : { any: [filter.blocked], not: false };
}

type TextColumn =
  | typeof findingSpans.account
  | typeof findingSpans.check
  | typeof findingSpans.region
  | typeof findingSpans.change;

function among(column: TextColumn, given: Tokens | undefined): SQL | undefined {
  if (!given) return undefined;
  // The columns' narrower types are the contract's own words, which the pattern let through.
  const values = given.any as never[];
  return given.not ? notInArray(column, values) : inArray(column, values);
}

function byOutcome(given: Tokens | undefined): SQL | undefined {
  if (!given) return undefined;
  return given.not ? notInArray(shownOutcome, given.any) : inArray(shownOutcome, given.any);
}

function bySeverity(given: Tokens | undefined): SQL | undefined {
  if (!given) return undefined;
  const ranks = severities.flatMap((one, rank) => (given.any.includes(one) ? [rank] : []));
  return given.not
    ? notInArray(findingSpans.severity, ranks)
    : inArray(findingSpans.severity, ranks);
}

function byCheck(facet: keyof CheckFacts, given: Tokens | undefined): SQL | undefined {
  if (!given) return undefined;
  const ids = [...checks].flatMap(([id, facts]) => (given.any.includes(facts[facet]) ? [id] : []));
  return given.not ? notInArray(findingSpans.check, ids) : inArray(findingSpans.check, ids);
}

function byFramework(given: Tokens | undefined): SQL | undefined {
  if (!given) return undefined;
  const ids = [...marks].flatMap(([id, own]) =>
    given.any.some((one) => own.has(one)) ? [id] : [],
  );
  return given.not ? notInArray(findingSpans.check, ids) : inArray(findingSpans.check, ids);
}

/** `%` and `_` mean themselves. */
function escaped(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
