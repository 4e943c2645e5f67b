import type { Writing } from './writing.ts';

/** Why a scan may have no score, and what this report does not know of the other scans. */
export function scoreLegend({ say }: Writing): string {
  return say({
    en: 'Score “–”: no score could be worked out, because too little was read or the scan did not end. Whether everything could be read is told of the assessed scan only; of the others see their evidence packs.',
    ja: 'スコアの「–」は、読み取れた範囲が足りない、またはスキャンが完了していないため、算定できなかったことを示します。読み取れなかったものの有無は本報告書の対象スキャンについてのみ示します。ほかのスキャンについては、それぞれの証拠パックを参照してください。',
  });
}

/** Which entries of the audit log are told, and why their places have gaps. */
export function trailScope({ say }: Writing): string {
  return say({
    en: 'Who did what in Ippo about this account’s scans, accepted risks, answers, closed Regions and exports, and who changed limits, oldest first. Sign-ins, people’s access and other accounts are left out; so places in the chain of the log neither begin at 1 nor follow each other without gaps.',
    ja: 'このアカウントのスキャン、受容したリスク、回答、閉じたリージョン、出力と、しきい値の変更について、Ippo で誰が何をしたかの記録です（古い順）。サインイン、ユーザー管理、ほかのアカウントの記録は除いています。そのため、ログのチェーン上の位置は 1 から始まらず、連続もしません。',
  });
}

/** How many calls nothing in the report rests on, and where they are; null where every one is listed. */
export function uncitedCalls({ assessment, calls, count, language }: Writing): string | null {
  const left = assessment.readings.calls - calls.all.length;
  if (left <= 0 || calls.all.length === 0) return null;
  const [all, cited] = [count(assessment.readings.calls), count(calls.all.length)];
  return language === 'ja'
    ? `呼び出し ${all} 回のうち、検出事項と母集団の根拠となる ${cited} 件を示します。根拠として引用していない ${count(left)} 件は、証拠パックの evidence.json に記録されています。`
    : `Of ${all} calls, the ${cited} that findings and populations rest on are listed. The other ${count(left)} are cited by none; they are in evidence.json of the evidence pack.`;
}
