import { expect, test } from 'vitest';
import { sentenceWriter } from './sentence-writer.ts';
import type { Catalogue } from './catalogue.ts';
import type { Language } from './text.ts';

const catalogue = {
  digest: '',
  frameworks: [],
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

function writer(language: Language, names?: number) {
  return sentenceWriter(catalogue, language, 'UTC', names === undefined ? {} : { names });
}

test('places, names and lists are written for the reader', () => {
  const params = {
    trails: ['arn:aws:cloudtrail:x:1:trail/acme'],
    regions: ['ap-northeast-3', 'eu-west-1'],
  };

  const en = writer('en').reason('a-check', { code: 'stopped', params });
  const ja = writer('ja').reason('a-check', { code: 'stopped', params });

  expect(en).toBe('Stopped: acme in Osaka (ap-northeast-3) and Ireland (eu-west-1).');
  expect(ja).toBe('停止：acme（大阪 (ap-northeast-3)、アイルランド (eu-west-1)）');
});

test('a check is its title in quotes', () => {
  const blocked = { code: 'blocked-by', params: { check: 'a-check' } };

  expect(writer('en').reason('other', blocked)).toContain('“A title” is not met here');
  expect(writer('ja').reason('other', blocked)).toContain('前提の「題名」が');
});

test('reading reasons follow each other as sentences, and what has no Region is the account', () => {
  const reason = {
    code: 'not-read',
    params: {
      action: 'iam:GetAccountSummary',
      readingReason: ['denied', 'timed-out'],
      region: 'global',
    },
  };

  expect(writer('en').reason('a-check', reason)).toBe(
    'A needed answer could not be read: iam:GetAccountSummary (whole account). ' +
      'The role is not allowed to read this. There was no answer in time.',
  );
  expect(writer('ja').reason('a-check', reason)).toContain(
    '（アカウント全体）を読み取れませんでした。読み取り権限がありません。時間内に応答がありませんでした。',
  );
});

test('more names than a sentence carries are counted', () => {
  const params = { trails: 't', regions: ['a', 'b', 'c', 'd', 'e', 'f'] };

  const text = writer('en', 4).reason('a-check', { code: 'stopped', params });

  expect(text).toBe('Stopped: t in a, b, c, d, and 2 more.');
});

test('a code that nobody knows is shown as it is', () => {
  expect(writer('ja').reason('a-check', { code: 'new-code', params: {} })).toBe('new-code');
});
