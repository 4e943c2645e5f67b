import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readMessages } from './messages-plugin.ts';

const policyFile = join(import.meta.dirname, '../../../packages/collectors/IAM-POLICY.json');

test.each(['en', 'ja'])('every action of the policy says what it answers (%s)', (language) => {
  const policy = JSON.parse(readFileSync(policyFile, 'utf8')) as {
    Statement: { Action: string[] }[];
  };
  const texts = readMessages(language, { part: 'preflight' });

  const actions = policy.Statement.flatMap(({ Action }) => Action);

  expect(actions.filter((action) => !texts[`preflight.asks.${action}`])).toEqual([]);
});
