import { expect, test } from 'vitest';
import { catalogueFaults, readMessages } from './messages-plugin.ts';

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
