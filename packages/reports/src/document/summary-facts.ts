import { exceptionStateWords, readingReasonTexts } from '@ippo/contracts';
import { regionsSentence } from './chapters/regions.ts';
import type { Fact } from './document.ts';
import { accountOf, organizationOf } from './organization.ts';
import { scanEndWords } from './words.ts';
import type { Writing } from './writing.ts';

/** The table of facts of the summary. */
export function summaryFacts(writing: Writing): Fact[] {
  const { assessment, say, language, instants, count } = writing;
  const { readings, credentialReport, exceptions, engine } = assessment;
  const ja = language === 'ja';
  const span =
    readings.first === null || readings.last === null
      ? say({ en: 'nothing was read', ja: '読み取りなし' })
      : `${instants.both(readings.first)} – ${instants.both(readings.last)}`;
  return [
    {
      label: say({ en: 'Read as', ja: '読み取りに用いた ID' }),
      cell: { text: assessment.caller, code: true },
    },
    {
      label: say({ en: 'Read between', ja: '読み取り日時' }),
      cell: `${span}\n${ja ? `呼び出し ${count(readings.calls)} 回、回答 ${count(readings.answered)} 回` : `${count(readings.calls)} calls, ${count(readings.answered)} answered`}`,
    },
    { label: say({ en: 'Regions', ja: 'リージョン' }), cell: regionsSentence(writing) },
    {
      label: say({ en: 'Credential report', ja: '認証情報レポート' }),
      cell:
        credentialReport === null
          ? say({ en: 'not asked for', ja: '未取得' })
          : credentialReport.readable
            ? ja
              ? `AWS が ${instants.both(credentialReport.generatedAt)} に作成（スキャン終了時点で ${count(credentialReport.ageMinutes)} 分前）`
              : `made by AWS ${instants.both(credentialReport.generatedAt)}, ${count(credentialReport.ageMinutes)} min before the scan ended`
            : ja
              ? `読み取り不可（${credentialReport.action}）：${readingReasonTexts[credentialReport.reason].ja}`
              : `not read (${credentialReport.action}): ${readingReasonTexts[credentialReport.reason].en}`,
    },
    {
      label: say({ en: 'Scan', ja: 'スキャン' }),
      cell: scanCell(writing),
    },
    {
      label: say({ en: 'Catalogue', ja: 'カタログ' }),
      cell: {
        code: true,
        text: `${ja ? `${count(assessment.checks.length)} チェック` : `${count(assessment.checks.length)} checks`} · ${engine.catalogueDigest}`,
      },
    },
    {
      label: say({ en: 'Evidence SHA-256', ja: '証拠の SHA-256' }),
      cell: { text: assessment.evidenceDigest, code: true },
    },
    {
      label: say({ en: 'Exceptions', ja: '例外' }),
      cell:
        exceptions.length === 0
          ? say({ en: 'none recorded', ja: '記録なし' })
          : (['active', 'waiting', 'expired', 'revoked'] as const)
              .map((state) => ({
                state,
                n: exceptions.filter((one) => one.state === state).length,
              }))
              .filter(({ n }) => n > 0)
              .map(({ state, n }) => `${exceptionStateWords[state][language]} ${count(n)}`)
              .join(ja ? '、' : ', '),
    },
  ];
}

/** `#42, position 42 in the chain, started by Aiko Tanaka`, and how it ended where that was early. */
function scanCell({ assessment, language, say }: Writing): string {
  const { number, chainPosition, startedBy, ended } = assessment.scan;
  const ja = language === 'ja';
  const parts = [`#${number}`];
  if (chainPosition !== null)
    parts.push(ja ? `チェーンの ${chainPosition} 番目` : `position ${chainPosition} in the chain`);
  if (startedBy !== null) parts.push(ja ? `開始：${startedBy}` : `started by ${startedBy}`);
  if (ended !== 'complete')
    parts.push(
      say({
        en: `ended early (${scanEndWords[ended].en})`,
        ja: `途中で終了（${scanEndWords[ended].ja}）`,
      }),
    );
  return parts.join(ja ? '、' : ', ');
}

/** What the cover says of the account. */
export function coverFacts(writing: Writing): Fact[] {
  const { assessment, say, language, instants } = writing;
  const { scan, source } = assessment;
  const organization = organizationOf(writing);
  const ja = language === 'ja';
  return [
    {
      label: say({ en: 'AWS account', ja: 'AWS アカウント' }),
      cell: accountOf(writing),
    },
    ...(organization === null
      ? []
      : [{ label: say({ en: 'Organization', ja: '組織' }), cell: organization }]),
    {
      label: say({ en: 'Scan', ja: 'スキャン' }),
      cell: `#${scan.number}${scan.finishedAt === null ? '' : ` · ${instants.both(scan.finishedAt)}`}`,
    },
    {
      label: say({ en: 'Source of the data', ja: 'データの出所' }),
      cell:
        source.kind === 'aws'
          ? `AWS (${assessment.partition})`
          : source.kind === 'simulated'
            ? `${ja ? 'シミュレーション（架空のアカウント）' : 'simulated (an invented account)'} ${source.world ?? ''}`.trim()
            : `${ja ? 'AWS 以外のエンドポイント' : 'an endpoint that is not AWS'} ${source.url ?? ''}`.trim(),
    },
    ...(assessment.redacted
      ? [
          {
            label: say({ en: 'Masking', ja: 'マスキング' }),
            cell: say({ en: 'names and ids are masked', ja: '名前と ID をマスク済み' }),
          },
        ]
      : []),
  ];
}
