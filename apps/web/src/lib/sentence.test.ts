import type { Catalogue } from '@ippo/contracts';
import { expect, test } from 'vitest';
import { sentencesOf } from './sentence.ts';

const catalogue = {
  digest: '',
  checks: [
    {
      id: 'a-check',
      title: { en: 'A title', ja: '題名' },
      reasons: {
        stopped: { en: 'Stopped: {trails} in {regions}.', ja: '停止：{trails}（{regions}）' },
      },
    },
  ],
} as unknown as Catalogue;

test('places, names and lists are written for the reader', () => {
  const params = {
    trails: ['arn:aws:cloudtrail:x:1:trail/acme'],
    regions: ['ap-northeast-3', 'eu-west-1'],
  };

  const en = sentencesOf(catalogue, 'en').reason('a-check', { code: 'stopped', params });
  const ja = sentencesOf(catalogue, 'ja').reason('a-check', { code: 'stopped', params });

  expect(en.replaceAll('\u2011', '-')).toBe(
    'Stopped: acme in Osaka (ap-northeast-3) and Ireland (eu-west-1).',
  );
  expect(ja.replaceAll('\u2011', '-')).toBe(
    '停止：acme（大阪 (ap-northeast-3)、アイルランド (eu-west-1)）',
  );
});

test('a reading reason is a sentence and a check is its title', () => {
  const sentences = sentencesOf(catalogue, 'en');

  const refused = sentences.reason('a-check', {
    code: 'not-read',
    params: { action: 'iam:GetAccountSummary', readingReason: 'denied', region: 'global' },
  });
  const blocked = sentences.reason('other', { code: 'blocked-by', params: { check: 'a-check' } });

  expect(refused).toContain('The role is not allowed to read this.');
  expect(blocked).toContain('“A title” is not met here');
});

test('more names than a sentence carries are counted', () => {
  const regions = ['a', 'b', 'c', 'd', 'e', 'f'];

  const text = sentencesOf(catalogue, 'en').reason('a-check', {
    code: 'stopped',
    params: { trails: 't', regions },
  });

  expect(text).toBe('Stopped: t in a, b, c, d, and 2 more.');
});

test('a code that nobody knows is shown as it is', () => {
  expect(sentencesOf(catalogue, 'ja').reason('a-check', { code: 'new-code', params: {} })).toBe(
    'new-code',
  );
});
