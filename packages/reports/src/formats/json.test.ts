import { describe, expect, it } from 'vitest';
import { render, tableOf } from '../testing/tables.ts';
import json from './json.ts';

describe('a JSON file', () => {
  it('names what it holds, then has an object for each row with codes instead of words', async () => {
    const rows = [{ outcome: { code: 'fail', text: '不合格' }, resource: '=1+1' }, {}];

    const body: unknown = JSON.parse(await render(json, tableOf(rows)));

    expect(body).toMatchObject({
      ...{ format: 'ippo-table-1', table: 'findings', title: 'Findings', count: 2 },
      ...{ source: { kind: 'aws' }, notice: null, accounts: ['111122223333'] },
      ...{ filter: { outcome: 'fail' }, madeBy: 'Aiko', version: '0.1.0' },
      rows: [
        { outcome: 'fail', resource: '=1+1', since: null },
        { outcome: null, resource: null, since: null },
      ],
    });
  });

  it('is whole with no row and with more than are written at once', async () => {
    const many = Array.from({ length: 401 }, (_, number) => ({ resource: `r${number}` }));

    const none = JSON.parse(await render(json, tableOf([]))) as { rows: [] };
    const all = JSON.parse(await render(json, tableOf(many))) as { rows: object[]; count: number };

    expect(none.rows).toEqual([]);
    expect([all.rows.length, all.count, all.rows[400]]).toEqual([
      ...[401, 401],
      { outcome: null, resource: 'r400', since: null },
    ]);
  });

  it('cannot be read where it was cut off', async () => {
    const text = await render(json, tableOf([{ resource: 'a' }]));

    expect(() => JSON.parse(text.slice(0, -12)) as unknown).toThrow(SyntaxError);
  });
});
