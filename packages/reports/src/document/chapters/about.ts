import type { Chapter, Fact } from '../document.ts';
import type { Writing } from '../writing.ts';

/** How it was made, what it proves and what it does not. */
export function aboutChapter(writing: Writing): Omit<Chapter, 'number'> {
  const { assessment, say, language, instants, count } = writing;
  const { engine, redacted, clockSkewSeconds, scan } = assessment;
  const ja = language === 'ja';
  const facts: Fact[] = [
    {
      label: say({ en: 'Made', ja: '作成' }),
      cell: `${instants.both(assessment.made.at)} · ${assessment.made.by}`,
    },
    { label: say({ en: 'Program', ja: 'プログラム' }), cell: `Ippo ${assessment.made.version}` },
    {
      label: say({ en: 'Judged', ja: '評価' }),
      cell: `${instants.both(assessment.judgedAt)} · Ippo ${engine.version} · ${ja ? 'スコア算定方式' : 'score model'} ${engine.scoreModel}`,
    },
    {
      label: say({ en: 'Catalogue', ja: 'カタログ' }),
      cell: { text: `SHA-256 ${engine.catalogueDigest}`, code: true },
    },
    {
      label: say({ en: 'Evidence', ja: '証拠' }),
      cell: { text: `SHA-256 ${assessment.evidenceDigest}`, code: true },
    },
    {
      label: say({ en: 'Scan report', ja: 'スキャン結果' }),
      cell: { text: `SHA-256 ${assessment.reportDigest}`, code: true },
    },
    {
      label: say({ en: 'Clock', ja: '時計のずれ' }),
      cell: ja
        ? `AWS の時計との差 ${count(clockSkewSeconds)} 秒`
        : `${count(clockSkewSeconds)} s from AWS’s clock`,
    },
    {
      label: say({ en: 'Scan id', ja: 'スキャン ID' }),
      cell: { text: scan.id, code: true },
    },
  ];
  return {
    id: 'about',
    title: say({ en: 'About this report', ja: 'この報告書について' }),
    blocks: [
      { kind: 'facts', caption: say({ en: 'How it was made', ja: '作成の経緯' }), rows: facts },
      {
        kind: 'text',
        text: say({
          en: 'Ippo asks AWS only for what its published list names; all are reads but iam:GenerateCredentialReport, which starts a report. It changed no configuration.',
          ja: 'Ippo は、公開している一覧にある操作だけを AWS に送ります。iam:GenerateCredentialReport（レポートの作成を開始する操作）を除き、すべて読み取りです。設定は一切変更していません。',
        }),
      },
      {
        kind: 'text',
        text: say({
          en: 'This file by itself proves nothing about its own integrity. The evidence pack holds the same assessment with the values that it rests on (an extract of the answers, not their bodies), a signature and instructions to check it without Ippo; its digests are those above.',
          ja: 'このファイル単体では、改ざんの有無を証明できません。証拠パックには、同じ評価結果と、判定に用いた値（応答の抜粋。応答本文は含みません）、署名、Ippo を使わずに検証する手順が含まれます。ダイジェストは上記と一致します。',
        }),
      },
      ...(redacted
        ? [
            {
              kind: 'text' as const,
              text: say({
                en: 'Names, ids and the digests of single answers are masked in this copy; a digest that ends in 12 zeros is a mask. The same name always has the same mask. It cannot be recomputed from evidence.',
                ja: 'この写しでは、名前、ID、個々の応答のダイジェストをマスクしています（末尾に 0 が 12 個並ぶダイジェストはマスクした値です）。同じ名前には同じマスクを用います。証拠からの再計算はできません。',
              }),
            },
          ]
        : []),
      ...(Math.abs(clockSkewSeconds) > 300
        ? [
            {
              kind: 'text' as const,
              text: say({
                en: 'The clock of the machine that read the account differs from AWS’s by more than five minutes. Ages and times may be wrong by as much.',
                ja: '読み取りに使ったコンピューターの時計が、AWS の時計と 5 分以上ずれています。経過時間や時刻に同程度の誤差がありえます。',
              }),
            },
          ]
        : []),
    ],
  };
}
