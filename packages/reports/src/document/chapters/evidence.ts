import type { Chapter } from '../document.ts';
import { uncitedCalls } from '../left-out.ts';
import type { Writing } from '../writing.ts';

/** Every answer of AWS that something in the report rests on. */
export function evidenceChapter(writing: Writing): Omit<Chapter, 'number'> {
  const { calls, say, sentences, instants } = writing;
  const uncited = uncitedCalls(writing);
  const both = instants.utc('2026-01-01T00:00:00Z') !== instants.local('2026-01-01T00:00:00Z');
  return {
    id: 'evidence',
    fresh: true,
    title: say({ en: 'Evidence', ja: '証拠' }),
    blocks: [
      {
        kind: 'text',
        tone: 'lead',
        text: leadOf(writing),
      },
      ...(uncited === null ? [] : [{ kind: 'text' as const, text: uncited }]),
      ...(calls.all.length === 0
        ? []
        : [
            {
              kind: 'calls' as const,
              caption: say({ en: 'Answers of AWS', ja: 'AWS の応答' }),
              columns: [
                { heading: say({ en: 'No.', ja: '番号' }), share: 5 },
                { heading: say({ en: 'Operation and Region', ja: '操作・リージョン' }), share: 27 },
                {
                  heading: both
                    ? `${say({ en: 'Time', ja: '時刻' })} (UTC / ${instants.zoneName})`
                    : `${say({ en: 'Time', ja: '時刻' })} (UTC)`,
                  share: 14,
                },
                {
                  heading: say({ en: 'Request id, SHA-256', ja: 'リクエスト ID・SHA-256' }),
                  share: 54,
                },
              ],
              rows: calls.all.map(({ operation, region, at, requestId, digest }, index) => [
                `E${index + 1}`,
                `${operation}\n${sentences.region(region)}`,
                both ? `${instants.utc(at)}\n${instants.local(at)}` : instants.utc(at),
                `${requestId ?? say({ en: 'no request id', ja: 'リクエスト ID なし' })}\n${digest ?? say({ en: 'no answer came', ja: '応答なし' })}`,
              ]),
            },
          ]),
    ],
  };
}

/** What the answers are, and what can be done with their ids and digests. */
function leadOf({ assessment, calls, say, language }: Writing): string {
  if (calls.all.length === 0)
    return say({
      en: 'Nothing rests on an answer of AWS.',
      ja: 'AWS の応答に基づくものはありません。',
    });
  const lookUp = say(
    assessment.source.kind === 'aws'
      ? {
          en: 'Request ids can be looked up in the account’s own CloudTrail',
          ja: 'リクエスト ID は対象アカウント自身の CloudTrail で照合できます',
        }
      : {
          en: 'These calls never reached AWS, so CloudTrail has none of their request ids',
          ja: 'これらの呼び出しは AWS に届いていないため、リクエスト ID は CloudTrail に記録されていません',
        },
  );
  return language === 'ja'
    ? `この報告書の根拠となる AWS の応答です。${lookUp}。ダイジェストは、受信した応答そのものの SHA-256 です。応答本文は保存していないため、証拠パックからは再計算できません。`
    : `Each answer of AWS that something in this report rests on. ${lookUp}; the digest is the SHA-256 of the answer as it came. The bodies of the answers are not kept, so these digests cannot be recomputed from the evidence pack.`;
}
