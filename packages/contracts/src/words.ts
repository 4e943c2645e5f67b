import type { Outcome, Severity } from './outcome.ts';
import type { StepId, StepState, RegionState } from './report.ts';
import type { Localised } from './text.ts';

/** The words of an outcome (ux.md §3). */
export const outcomeWords: Readonly<Record<Outcome, Localised>> = {
  pass: { en: 'Pass', ja: '合格' },
  fail: { en: 'Fail', ja: '不合格' },
  unknown: { en: 'Unknown', ja: '不明' },
  manual: { en: 'Your answer needed', ja: '回答待ち' },
  'not-applicable': { en: 'Not applicable', ja: '該当なし' },
};

/** The words, standing alone, of what is not applicable because a check before it is not met (ux.md §3). */
export const blockedWords: Localised = {
  en: 'Not met: needs another check',
  ja: '未達（ほかのチェックが前提）',
};

/** The words of a severity; it has no colour. */
export const severityWords: Readonly<Record<Severity, Localised>> = {
  critical: { en: 'Critical', ja: '重大' },
  high: { en: 'High', ja: '高' },
  medium: { en: 'Medium', ja: '中' },
  low: { en: 'Low', ja: '低' },
};

/** The words of a first step's state. */
export const stepStateWords: Readonly<Record<StepState, Localised>> = {
  done: { en: 'Done', ja: '完了' },
  'not-done': { en: 'To do', ja: '未完了' },
  unknown: { en: 'Unknown', ja: '不明' },
  'not-needed': { en: 'Not needed', ja: '不要' },
};

/** The seven first steps, in the course's order. */
export const stepWords: Readonly<Record<StepId, Localised>> = {
  'own-accounts': { en: 'Own account per purpose', ja: '用途ごとにアカウントを分離' },
  'root-mfa': { en: 'Root user has MFA', ja: 'ルートユーザーに MFA' },
  'root-access-key': { en: 'No root access key', ja: 'ルートのアクセスキーなし' },
  'root-unused': { en: 'Root user not used', ja: 'ルートユーザーを使っていない' },
  trail: { en: 'Trail in every Region', ja: '全リージョンに証跡' },
  config: { en: 'AWS Config recording', ja: 'AWS Config の記録' },
  guardduty: { en: 'GuardDuty on', ja: 'GuardDuty が有効' },
};

/** A region's state in words; of an enabled one, `answered` of `total` says how much was read. */
export const regionStateWords: Readonly<Record<RegionState, Localised>> = {
  enabled: { en: 'Enabled', ja: '有効' },
  'not-enabled': { en: 'Not enabled', ja: '無効' },
  changing: { en: 'Being enabled or disabled', ja: '有効化・無効化の途中' },
  unreachable: { en: 'No answer', ja: '応答なし' },
  'scp-denied': { en: 'Refused by SCP', ja: 'SCP により拒否' },
  'out-of-scope': { en: 'Out of scope', ja: '対象外' },
  assumed: { en: 'Assumed', ja: '推定' },
};
