import {
  dashed,
  exceptionStateWords,
  outcomes,
  outcomeWords,
  readingReasonTexts,
  severityWords,
  stepStateWords,
  stepWords,
} from '@ippo/contracts';
import type { Cell, Fact, Figure, ReportDocument } from './document.ts';
import { stepMarks } from './chapters/first-steps.ts';
import { regionsSentence } from './chapters/regions.ts';
import { worstFirst } from './mark-words.ts';
import { reasonWords } from './words.ts';
import type { Writing } from './writing.ts';

const shownWorst = 8;

/** The one page that a board reads. */
export function summaryOf(writing: Writing): ReportDocument['summary'] {
  const { say } = writing;
  const worst = worstOf(writing);
  return {
    title: say({ en: 'Executive summary', ja: 'エグゼクティブサマリー' }),
    figures: figuresOf(writing),
    sentences: sentencesOf(writing),
    sum: sumOf(writing),
    steps: stepsOf(writing),
    facts: summaryFacts(writing),
    ...worst,
  };
}

function figuresOf({ assessment, say, language, count }: Writing): Figure[] {
  const { firstSteps, score, coverage } = assessment;
  const ja = language === 'ja';
  const of = (part: number, whole: number) =>
    ja ? `${count(part)} / ${count(whole)}` : `${count(part)} of ${count(whole)}`;
  const scored =
    score.value === null
      ? {
          value: say({ en: 'No score', ja: '算定不可' }),
          note: ja
            ? `重みの ${percent(1 - score.readShare)} を読み取れず（${score.from}〜${score.upTo} の間）`
            : `${percent(1 - score.readShare)} of the weight unread (between ${score.from} and ${score.upTo})`,
        }
      : {
          value: count(score.value),
          note:
            (score.upTo > score.value ? (ja ? `最大 ${score.upTo}` : `up to ${score.upTo}`) : '') +
            (score.factor === 1
              ? ''
              : `${score.upTo > score.value ? ' · ' : ''}${score.before ?? ''} × ½: ${score.because.join(', ')}`),
        };
  return [
    {
      label: say({ en: 'First steps done', ja: 'はじめの一歩（完了）' }),
      value: of(firstSteps.done, firstSteps.total),
      note:
        firstSteps.unknown === 0
          ? ''
          : ja
            ? `不明 ${firstSteps.unknown}`
            : `${firstSteps.unknown} could not be told`,
    },
    { label: say({ en: 'Posture score', ja: 'スコア（0〜100）' }), ...scored },
    {
      label: say({ en: 'Checks assessed', ja: '評価できたチェック' }),
      value: of(coverage.checks.judged, coverage.checks.total),
      note: ja
        ? `単位では ${of(coverage.units.judged, coverage.units.total)}`
        : `${of(coverage.units.judged, coverage.units.total)} units`,
    },
  ];
}

/** `26 checks = 9 pass + 6 fail + …`: none is left out. */
function sumOf({ assessment, language, count }: Writing): ReportDocument['summary']['sum'] {
  const { checks } = assessment;
  const parts = outcomes.map((mark) => {
    const some = checks.filter(({ outcome }) => outcome === mark).length;
    return { mark, text: `${outcomeWords[mark][language]} ${count(some)}` };
  });
  const all = count(checks.length);
  return { whole: language === 'ja' ? `チェック ${all} 件` : `${all} checks`, parts };
}

function stepsOf({ assessment, say, language }: Writing): ReportDocument['summary']['steps'] {
  return {
    caption: say({ en: 'First steps', ja: 'はじめの一歩' }),
    items: assessment.firstSteps.items.map(({ id, state }) => ({
      ...{ name: stepWords[id][language], word: stepStateWords[state][language] },
      mark: stepMarks[state],
    })),
  };
}

function sentencesOf({ assessment, language, list, count }: Writing): string[] {
  const ja = language === 'ja';
  const { checks, unreadable, exceptions } = assessment;
  const failed = checks.filter(({ outcome }) => outcome === 'fail');
  const critical = failed.filter(({ severity }) => severity === 'critical').length;
  const unknown = checks.filter(({ outcome }) => outcome === 'unknown').length;
  const fails = checks.flatMap(({ findings }) =>
    findings.filter(({ outcome }) => outcome === 'fail'),
  );
  const accepted = new Set(
    exceptions
      .filter(({ state }) => state === 'active')
      .flatMap(({ fingerprints }) => fingerprints),
  );
  const kept = fails.filter(({ fingerprint }) => accepted.has(fingerprint)).length;
  const sentences = [
    ja
      ? `${count(checks.length)} 件のチェックのうち ${count(failed.length)} 件が不合格です${critical > 0 ? `（うち重大 ${count(critical)} 件）` : ''}。不合格の検出事項は ${count(fails.length)} 件${kept > 0 ? `で、うち ${count(kept)} 件はリスクを受容しています` : 'です'}。`
      : `${count(failed.length)} of ${count(checks.length)} checks fail${critical > 0 ? `, ${count(critical)} of them critical` : ''}, with ${count(fails.length)} failed findings${kept > 0 ? `; the risk of ${count(kept)} is accepted` : ''}.`,
  ];
  if (unknown > 0) {
    const reasons = [...new Set(unreadable.map(({ reason }) => reason))];
    const why = list(reasons.map((reason) => reasonWords[reason][language]));
    const regions = new Set(unreadable.map(({ region }) => region)).size;
    const where = ja
      ? `${count(regions)} か所`
      : `${count(regions)} ${regions === 1 ? 'place' : 'places'}`;
    sentences.push(
      ja
        ? `${count(unknown)} 件は判断できませんでした。${regions > 0 ? `${where}に読み取れない項目があったためです（${why}）。` : ''}判断できなかったものは合格として数えません。`
        : `${count(unknown)} could not be judged${regions > 0 ? `, as something could not be read in ${where}: ${why}` : ''}. They do not count as passed.`,
    );
  } else if (unreadable.length > 0)
    sentences.push(
      ja
        ? `読み取れなかった項目が ${count(unreadable.length)} 件あります。`
        : `${count(unreadable.length)} answers are missing; they do not count as passed.`,
    );
  return sentences;
}

function summaryFacts(writing: Writing): Fact[] {
  const { assessment, say, language, instants, count } = writing;
  const { readings, credentialReport, scan, exceptions, engine } = assessment;
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
            : `${ja ? '読み取り不可' : 'not read'}: ${readingReasonTexts[credentialReport.reason][language]} (${credentialReport.action})`,
    },
    {
      label: say({ en: 'Scan', ja: 'スキャン' }),
      cell: `#${scan.number}${scan.chainPosition === null ? '' : ja ? `（連鎖の ${scan.chainPosition} 番目）` : `, position ${scan.chainPosition} in the chain`}${scan.ended === 'complete' ? '' : ` · ${ja ? '途中で終了' : 'ended early'}: ${scan.ended}`}`,
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

function worstOf(writing: Writing): Pick<ReportDocument['summary'], 'worst' | 'worstNote'> {
  const { assessment, say, language, sentences, count } = writing;
  const ja = language === 'ja';
  const failed = assessment.checks
    .map((check) => ({ check, fails: check.findings.filter(({ outcome }) => outcome === 'fail') }))
    .filter(({ check, fails }) => fails.length > 0 && /^(?:critical|high)$/.test(check.severity))
    .toSorted((one, other) => worstFirst(one.check.severity, other.check.severity));
  if (failed.length === 0)
    return {
      worst: null,
      worstNote: say({
        en: 'No critical or high finding failed among what could be read.',
        ja: '読み取れた範囲に、重大または高の不合格はありません。',
      }),
    };
  const more = failed.length - shownWorst;
  return {
    worst: {
      kind: 'table',
      caption: say({ en: 'Critical and high findings', ja: '重大・高の検出事項' }),
      columns: [
        { heading: say({ en: 'Severity', ja: '重要度' }), share: 14 },
        { heading: say({ en: 'Check', ja: 'チェック' }), share: 20 },
        { heading: say({ en: 'What was found', ja: '検出した内容' }), share: 54 },
        { heading: say({ en: 'Failed', ja: '不合格' }), share: 12, number: true },
      ],
      rows: failed
        .slice(0, shownWorst)
        .map(({ check, fails }): Cell[] => [
          { text: severityWords[check.severity][language], severity: check.severity },
          { text: check.id, code: true },
          sentences.reason(
            check.id,
            check.outcome === 'fail' ? check.reason : (fails[0]?.reason ?? check.reason),
          ),
          ja
            ? `${count(check.findings.length)} 件中 ${count(fails.length)}`
            : `${count(fails.length)} of ${count(check.findings.length)}`,
        ]),
    },
    worstNote:
      more > 0
        ? ja
          ? `ほか ${count(more)} 件のチェックは「検出事項」の章に記載しています。`
          : `${count(more)} more checks are in the chapter “Findings”.`
        : '',
  };
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** What the cover says of the account. */
export function coverFacts({ assessment, say, language, instants }: Writing): Fact[] {
  const { accountName, account, organization, scan, source } = assessment;
  const ja = language === 'ja';
  return [
    {
      label: say({ en: 'AWS account', ja: 'AWS アカウント' }),
      cell: accountName === null ? dashed(account) : `${accountName} (${dashed(account)})`,
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
