import { expect, it } from 'vitest';
import { cliParts } from './cli-parts.ts';

it('keeps lines before a heading, and a note that is none, in one part', () => {
  const parts = cliParts('# With root.\naws a\n# Only later:\naws b\naws c');

  expect(parts).toEqual([
    { heading: null, lines: '# With root.\naws a' },
    { heading: 'Only later', lines: 'aws b\naws c' },
  ]);
});

it('begins with a heading where the lines do', () => {
  const parts = cliParts('# A stopped trail:\naws a\n# No trail yet:\naws b');

  expect(parts.map(({ heading }) => heading)).toEqual(['A stopped trail', 'No trail yet']);
});
