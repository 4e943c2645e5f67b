import { expect, test } from 'vitest';
import { catalogueFaults, joinCounts, readMessages } from './messages-plugin.ts';

test('both catalogues have the same ids with the same marks', () => {
  expect(catalogueFaults(readMessages('en'), readMessages('ja'))).toEqual([]);
});

test('a missing text and a lost mark are named', () => {
  const en = { 'a.title': 'Title', 'a.count': '{n} of {total}' };
  const ja = { 'a.count': '{n} 件' };

  expect(catalogueFaults(en, ja)).toEqual([
    '“a.title” is missing in ja',
    '“a.count” has the marks {n} {total} in en, {n} in ja',
  ]);
});

test('a part travels with its page, not with the shell', () => {
  const shell = readMessages('en', 'shell');
  const part = readMessages('en', { part: 'preflight' });

  expect(Object.keys(part).length).toBeGreaterThan(0);
  expect(Object.keys(part).filter((key) => key in shell)).toEqual([]);
});

test('a number and its counter share a line, and no other space is touched', () => {
  const joined = joinCounts('{n} 件中 {m, number} か所、{k, plural, other {# つ}}、7 日 Ippo 件');

  expect(joined).toBe(
    '{n}\u00a0件中 {m, number}\u00a0か所、{k, plural, other {#\u00a0つ}}、7\u00a0日 Ippo 件',
  );
});
