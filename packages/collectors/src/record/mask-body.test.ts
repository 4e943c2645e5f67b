import { expect, it } from 'vitest';
import { maskBody, masksOf } from './mask-body.ts';

const masks = new Map([
  ['Email', 'hidden'],
  ['resource', 'hidden'],
  ['accessKeyId', 'key-id'],
] as const);

it.each([
  ['{"Email":"a@b.c","Name":"n"}', '{"Email":"hidden","Name":"n"}'],
  ['{"list":[{"accessKeyId":"AKIAIOSFODNN7EXAMPLE"}]}', '{"list":[{"accessKeyId":"AKIA…MPLE"}]}'],
  ['{"accessKeyId":"short"}', '{"accessKeyId":"hidden"}'],
  ['{"resource":{"a":{"b":["x",1,true]}}}', '{"resource":{"a":{"b":["hidden",1,true]}}}'],
  ['<R><Email>a@b.c</Email><N>n</N></R>', '<R><Email>hidden</Email><N>n</N></R>'],
  ['<R><Email>a@b', '<R><Email>hidden'],
  ['{"Email":"a@b', 'left out: not JSON'],
])('masks fields by name: %s', (body, expected) => {
  expect(maskBody(body, masks)).toBe(expected);
});

it('leaves a body alone where nothing is masked', () => {
  expect(maskBody('{"Email": "kept as it is"', new Map())).toBe('{"Email": "kept as it is"');
});

it('knows what the collectors of an operation declare', () => {
  expect([...masksOf('organizations:ListAccounts')]).toEqual([['Email', 'hidden']]);
  expect([...masksOf('iam:ListMFADevices')]).toEqual([['SerialNumber', 'hidden']]);
  expect([...masksOf('cloudtrail:DescribeTrails')]).toEqual([]);
});
