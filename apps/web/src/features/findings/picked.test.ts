import { mostSelected, type FindingRow } from '@ippo/contracts';
import { expect, test } from 'vitest';
import { lineOf, lineOfGroup, type ListedRow } from './listed-rows.ts';
import {
  afterTicking,
  allPicked,
  countOnPage,
  countPicked,
  isPicked,
  nonePicked,
  pickedLines,
  pickedQuery,
  type Picked,
} from './picked.ts';

function row(name: string, group = 'g-pair', outcome: FindingRow['outcome'] = 'fail'): FindingRow {
  return {
    ...{ fingerprint: name.padStart(64, '0'), region: name, account: '111122223333', group },
    ...{ check: 'gd-enabled', outcome, severity: 'high', blocked: false, change: 'new' },
    ...{ reason: { code: 'off', params: {} }, since: '2026-11-16T00:00:00Z' },
    firstSeen: '2026-11-16T00:00:00Z',
  };
}

/** The first 24 digits of fingerprints are their names in a selection: names stand there. */
function named(name: string, group?: string, outcome?: FindingRow['outcome']): FindingRow {
  return { ...row(name, group, outcome), fingerprint: name.padEnd(64, '0') };
}

const [a, b] = [named('a'), named('b')];
const alone = named('c', 'g-alone', 'unknown');
const [m, n] = [named('d', 'g-large'), named('e', 'g-large')];
const lines = [
  ...lineOfGroup({ count: 2, findings: [a, b], same: true }),
  lineOf(alone),
  ...lineOfGroup({ count: 2_000, findings: [m, n], same: true }),
];
const [pair, single, large] = lines as [ListedRow, ListedRow, ListedRow];
const list = { total: 2_003, fails: 2_002 };

/** The selection after one click on a line, ticked before or not. */
function click(picked: Picked, line: ListedRow): Picked {
  const before = pickedLines(lines, picked);
  const was = before.some(({ key }) => key === line.key);
  const after = was ? before.filter(({ key }) => key !== line.key) : [...before, line];
  return afterTicking(picked, before, after) ?? picked;
}

test('a group is ticked whole whatever its size, and counts all its findings', () => {
  const picked = click(click(nonePicked, large), single);

  expect(pickedQuery(picked)).toEqual({ finding: `g-large,${'c'.padEnd(24, '0')}` });
  expect(countPicked(picked, list)).toEqual({ count: 2_001, fails: 2_000 });
  expect(countOnPage(lines, picked)).toBe(2_001);
  expect(countOnPage([single], picked)).toBe(1);
});

test('one place taken out of a group leaves the others, and put back makes it whole', () => {
  const without = click(click(nonePicked, large), lineOf(n));
  const whole = click(without, lineOf(n));

  expect(pickedQuery(without)).toEqual({ finding: 'g-large', without: 'e'.padEnd(24, '0') });
  expect(countPicked(without, list)).toEqual({ count: 1_999, fails: 1_999 });
  expect(countOnPage(lines, without)).toBe(1_999);
  expect(pickedLines(lines, without).map(({ key }) => key)).toEqual([m.fingerprint]);
  expect(pickedQuery(whole)).toEqual({ finding: 'g-large' });
});

test('a small group is ticked once each of its findings is', () => {
  const picked = click(click(nonePicked, lineOf(a)), lineOf(b));

  expect(pickedLines(lines, picked).map(({ key }) => key)).toContain(pair.key);
  expect(countPicked(picked, list).count).toBe(2);
  expect(pickedQuery(click(picked, pair))).toEqual({ finding: '' });
});

test('of everything a group can be taken out, and of that group one finding put back', () => {
  const less = click(allPicked, large);
  const back = click(less, lineOf(m));

  expect(pickedQuery(less)).toEqual({ finding: 'all', without: 'g-large' });
  expect(countPicked(less, list)).toEqual({ count: 3, fails: 2 });
  expect(pickedQuery(back)).toEqual({
    finding: `all,${'d'.padEnd(24, '0')}`,
    without: 'g-large',
  });
  expect(countPicked(back, list)).toEqual({ count: 4, fails: 3 });
  expect([m, n, alone].map((one) => isPicked(back, one))).toEqual([true, false, true]);
  expect(pickedQuery(click(back, large))).toEqual({ finding: 'all' });
});

test('every way of clicking counts what it selects', () => {
  const clicked = [pair, large, lineOf(a), lineOf(n), single];
  const rows = [a, b, alone, m, n];
  for (let way = 0; way < 5 ** 4; way += 1) {
    const steps = [0, 1, 2, 3].map((at) => clicked[Math.floor(way / 5 ** at) % 5]);
    let picked = way % 2 === 0 ? nonePicked : allPicked;

    for (const line of steps) if (line) picked = click(picked, line);

    const seen = rows.filter((one) => isPicked(picked, one)).length;
    const beyond = isPicked(picked, named('f', 'g-large'));
    expect(countPicked(picked, list).count).toBe(seen + (beyond ? 1_998 : 0));
    expect(countOnPage(lines, picked)).toBe(countPicked(picked, list).count);
  }
});

test('more than an address holds is refused, and what was selected stays', () => {
  const many = Array.from({ length: mostSelected }, (_, place) =>
    lineOf(row(String(place), `g${place}`)),
  ).map((line, place) => ({
    ...line,
    lead: { ...line.lead, fingerprint: String(place).padStart(24, '0') },
  }));
  const full = afterTicking(nonePicked, [], many);

  const one = full && afterTicking(full, many, [...many, lineOf(a)]);

  expect(full?.ins.size).toBe(mostSelected);
  expect(one).toBeNull();
  expect(full && afterTicking(full, many, many.slice(1))?.ins.size).toBe(mostSelected - 1);
});
