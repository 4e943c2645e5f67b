import { cliParts } from '@ippo/contracts';
import { describe, expect, it } from 'vitest';
import { catalogue } from './checks.ts';

const withCases = catalogue.checks.flatMap(({ id, reasons, remediation: { cli } }) =>
  'lines' in cli && cli.mends
    ? [{ id, reasons, parts: cliParts(cli.lines), mends: cli.mends }]
    : [],
);

describe.each(withCases)('the AWS CLI lines of $id', ({ reasons, parts, mends }) => {
  it('name only reasons and parts that exist', () => {
    const places = Object.values(mends).flat();

    expect(Object.keys(mends).filter((code) => !(code in reasons))).toEqual([]);
    expect(places.filter((place) => parts[place] === undefined)).toEqual([]);
  });
});

it.each([
  'delete-access-key',
  'delete-signing-certificate',
  'delete-login-profile',
  'archive-findings',
])('%s is in no part that is offered to copy at once', (command) => {
  const offered = withCases.flatMap(({ parts, mends }) =>
    Object.values(mends).flatMap((places) => places.map((place) => parts[place]?.lines ?? '')),
  );
  const all = catalogue.checks.flatMap(({ remediation: { cli } }) =>
    'lines' in cli && !cli.mends ? [cli.lines] : [],
  );

  expect([...offered, ...all].filter((lines) => lines.includes(command))).toEqual([]);
});

it('an ARN names no partition of its own: an account may be in China or in GovCloud', () => {
  const lines = catalogue.checks.flatMap(({ remediation: { cli } }) =>
    'lines' in cli ? cli.lines.split('\n') : [],
  );
  const arns = lines.flatMap((line) => line.match(/\barn:[^:]*:/g) ?? []);

  expect(new Set(arns)).toEqual(new Set(['arn:<partition>:']));
});
