import { describe, expect, it } from 'vitest';
import { fileLength, fileNames, namedExports } from './files.ts';
import { layerDirections } from './layers.ts';
import { noMachineTraces } from './leaks.ts';
import { oneWayOut } from './outbound.ts';
import { packageImports } from './package-imports.ts';
import { oneConfig, pureChecks, sqlInStore } from './purity.ts';
import type { Rule } from './source-file.ts';
import { bothLanguages } from './translations.ts';

/** A rule with a file that it must refuse and one that it must let through. */
type Case = { rule: Rule; bad: [string, string]; good: [string, string] };
const cases: readonly Case[] = [
  {
    rule: packageImports,
    bad: ['packages/checks/src/a.ts', "import { readFileSync } from 'node:fs';"],
    good: ['packages/checks/src/a.ts', "import { sha256 } from '@noble/hashes/sha2.js';"],
  },
  {
    rule: packageImports,
    bad: ['packages/collectors/src/a.ts', "import { judge } from '@ippo/checks';"],
    good: ['packages/collectors/src/a.ts', "import { STSClient } from '@aws-sdk/client-sts';"],
  },
  {
    rule: packageImports,
    bad: ['apps/web/src/a.ts', "import type { Check } from '../../../packages/checks/src/b.ts';"],
    good: ['apps/web/src/a.ts', "import type { Scan } from '@ippo/contracts';"],
  },
  {
    rule: packageImports,
    bad: ['apps/api/src/a.ts', "export * from '@aws-sdk/client-sts';"],
    good: ['apps/api/src/a.ts', "// import '@aws-sdk/client-sts'\nimport pino from 'pino';"],
  },
  {
    rule: layerDirections,
    bad: ['apps/api/src/store/a.ts', "import { run } from '../scan/run.ts';"],
    good: ['apps/api/src/scan/a.ts', "import { save } from '../store/save.ts';"],
  },
  {
    rule: layerDirections,
    bad: ['apps/web/src/features/x/a.ts', "import { b } from '../y/b.ts';"],
    good: ['apps/web/src/features/x/a.ts', "import { b } from '../../ui/b.ts';"],
  },
  {
    rule: pureChecks,
    bad: ['packages/checks/src/a.ts', 'const now = Date.now();'],
    good: ['packages/checks/src/a.ts', 'const at = Date.parse(reading.at); // not Date.now()'],
  },
  {
    rule: oneConfig,
    bad: ['apps/api/src/http/a.ts', 'const port = process.env.PORT;'],
    good: ['apps/api/src/config.ts', 'const port = process.env.PORT;'],
  },
  {
    rule: sqlInStore,
    bad: ['apps/api/src/routes/a.ts', "import { eq } from 'drizzle-orm';"],
    good: ['apps/api/src/store/a.ts', "import { eq } from 'drizzle-orm';"],
  },
  ...[
    'const answer = await fetch(address);',
    "import { Agent } from 'undici';",
    "import https from 'node:https';",
    "import { createServer, request as ask } from 'node:http';",
    "import * as net from 'node:net';",
    "const { connect } = await import('node:tls');",
  ].map((text): Case => ({
    rule: oneWayOut,
    bad: ['apps/api/src/auth/a.ts', text],
    good: ['apps/api/src/outbound/a.ts', text],
  })),
  {
    rule: oneWayOut,
    bad: ['apps/api/src/server/a.ts', "import { connect, isIP } from 'node:net';"],
    good: ['apps/api/src/server/a.ts', "import { createServer, type Server } from 'node:http';"],
  },
  {
    rule: fileNames,
    bad: ['apps/web/src/lib/date-utils.ts', ''],
    good: ['apps/web/src/lib/dates.ts', ''],
  },
  {
    rule: fileNames,
    bad: ['apps/web/src/ui/StatusIcon.tsx', ''],
    good: ['apps/web/src/ui/status-icon.test.tsx', ''],
  },
  {
    rule: fileLength,
    bad: ['packages/checks/src/catalog/iam/a.ts', 'x\n'.repeat(251)],
    good: ['packages/checks/src/catalog/iam/a.ts', 'x\n'.repeat(250)],
  },
  {
    rule: namedExports,
    bad: ['packages/checks/src/a.ts', 'export default 1;'],
    good: ['packages/checks/src/catalog/iam/a.ts', 'export default 1;'],
  },
  {
    rule: noMachineTraces,
    bad: ['docs/a.md', ['see /', 'work/main/docs'].join('')],
    good: ['docs/a.md', 'see apps/web/work/main.ts'],
  },
  {
    rule: bothLanguages,
    bad: ['apps/web/src/a.ts', "const text = { en: 'Done' };"],
    good: ['apps/web/src/a.ts', "const text = { en: 'Done', ja: '完了' };"],
  },
];

describe('repository rules', () => {
  it.each(cases)('$rule.id refuses $bad.0 and lets $good.0 through', ({ rule, bad, good }) => {
    const refused = rule.find([{ path: bad[0], text: bad[1] }]);
    const allowed = rule.find([{ path: good[0], text: good[1] }]);

    expect(refused).toHaveLength(1);
    expect(allowed).toEqual([]);
  });

  it('asks for every key of a message catalogue in both languages', () => {
    const english = { path: 'apps/web/src/i18n/en/a.json', text: '{"a":"A","b":"B"}' };
    const japanese = { path: 'apps/web/src/i18n/ja/a.json', text: '{"a":"あ"}' };

    const problems = bothLanguages.find([english, japanese]);

    expect(problems).toEqual([{ path: japanese.path, text: 'no text: b' }]);
  });
});
