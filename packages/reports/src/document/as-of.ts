import type { Writing } from './writing.ts';

/**
 * What a period on the cover must not be taken for: the findings are those of one scan, and the other scans of
 * the period prove nothing about how the controls worked throughout it.
 */
export function asOfSentence(writing: Writing): string {
  const { assessment, instants, language, count, say } = writing;
  const { scans, scan, period, cover } = assessment;
  const ja = language === 'ja';
  const at = instants.both(assessedAt(writing));
  const asOf = ja ? `検出事項は ${at} 時点のものです。` : `The findings are as of ${at}.`;
  const others = scans.filter(({ id }) => id !== scan.id).length;
  if (others > 0)
    return ja
      ? `${asOf}期間内の他の ${count(others)} 回のスキャンは日時・スコア・ダイジェストのみを示し、期間を通じた運用状況の有効性の証拠にはなりません。`
      : `${asOf} Of the period’s other ${count(others)} ${others === 1 ? 'scan' : 'scans'} only time, score and digests are given: they prove nothing about operation throughout the period.`;
  if (period === null && cover.period === '') return asOf;
  const alone = say({
    en: ' They rest on this one scan and prove nothing about operation throughout the period.',
    ja: 'この 1 回のスキャンに基づくもので、期間を通じた運用状況の有効性の証拠にはなりません。',
  });
  return `${asOf}${alone}`;
}

/** The day as of which is assessed: the auditor's own words, else the end of the scan, marked as filled by Ippo. */
export function basisDateOf(writing: Writing): string {
  const { assessment, instants, say } = writing;
  const { basisDate } = assessment.cover;
  if (basisDate !== '') return basisDate;
  const filled = say({
    en: ' (end of the scan; filled in by Ippo)',
    ja: '（スキャンの終了日時。Ippo が記入）',
  });
  return `${instants.both(assessedAt(writing))}${filled}`;
}

/** The end of the assessed scan; of one without an end, when it was judged. */
function assessedAt({ assessment }: Writing): string {
  return assessment.scan.finishedAt ?? assessment.judgedAt;
}
