import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { livingDocs } from './docs.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ippo-docs-'));
  mkdirSync(join(folder, 'docs'));
  writeFileSync(join(folder, 'docs/score.md'), '');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('names every link and path that leads nowhere, with its line', () => {
  const text = [
    '# The score',
    '[here](docs/score.md) [there](docs/gone.md) [anchor](#the-score) [none](#nowhere)',
    'kept in `docs/score.md`, not in `docs/lost.md`',
    '```',
    '[not a link](docs/example.md)',
    '```',
  ].join('\n');

  const problems = livingDocs(folder).find([{ path: 'README.md', text }]);

  expect(problems.map(({ line, text }) => `${line} ${text}`)).toEqual([
    '2 dead link docs/gone.md',
    '2 dead link #nowhere',
    '3 no such path: docs/lost.md',
  ]);
});

it('knows an anchor that stands before a heading by hand', () => {
  const text = '[check](#root-mfa)\n<a id="root-mfa"></a>\n\n### Root signs in with MFA';

  expect(livingDocs(folder).find([{ path: 'docs/checks.md', text }])).toEqual([]);
});
