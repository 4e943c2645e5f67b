import { createConnection } from 'node:net';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { isDatabaseAway } from './database-away.ts';

async function failureOf(act: Promise<unknown>): Promise<Error> {
  return act.then(
    () => new Error('it did not fail'),
    (error: Error) => error,
  );
}

describe('a database that is away', () => {
  test.each(['57P01', '57P02', '57P03', '53300', '08006'])('says %s', (code) => {
    const said = Object.assign(new Error('terminating connection'), { code });

    expect(isDatabaseAway(new Error('Failed query: select', { cause: said }))).toBe(true);
  });

  test('is one whose address refuses, also where it has several', async () => {
    const refused = await failureOf(once(createConnection(1, '127.0.0.1'), 'connect'));
    const missing = await failureOf(once(createConnection('/nonexistent/socket'), 'connect'));

    expect([isDatabaseAway(refused), isDatabaseAway(missing)]).toEqual([true, true]);
    expect(isDatabaseAway(new AggregateError([refused]))).toBe(true);
  });

  test('is not one that refuses a statement, nor a file that is missing', async () => {
    const refused = Object.assign(new Error('duplicate key'), { code: '23505' });
    const missing = await failureOf(readFile('/nonexistent/file'));

    expect([refused, missing, new Error('x'), 'text', null].map(isDatabaseAway)).toEqual(
      Array.from({ length: 5 }, () => false),
    );
  });
});
