import type { Run } from './run.ts';

/** Fields that only turn the page. */
const tokens = ['NextToken', 'nextToken', 'Marker'];
const pages = 5;

/**
 * Lets each operation ask one question in each region: its first pages, and the same again while it waits for
 * an answer to be ready.
 */
export function onePerOperation(): NonNullable<Run['mayAsk']> {
  const asked = new Map<string, { question: string; pages: Set<string> }>();
  return function mayAsk(operation, region, input) {
    const place = `${operation} ${region}`;
    const fields = Object.entries(input ?? {});
    const question = JSON.stringify(fields.filter(([name]) => !tokens.includes(name)));
    const known = asked.get(place) ?? { question, pages: new Set() };
    asked.set(place, known);
    known.pages.add(JSON.stringify(fields));
    return known.question === question && known.pages.size <= pages;
  };
}
