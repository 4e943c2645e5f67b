import type { Aggregate, Localised, Measure, Severity, StepId, Unit } from '@ippo/contracts';

/** The words around the catalogue page, in both languages. */
export const pageTexts = {
  heading: { en: 'The checks', ja: 'チェック一覧' },
  intro: {
    en: 'Generated from the check files: what each check asks, what counts as good, how to mend it, and to which items of other lists it answers.',
    ja: '各チェックのファイルから生成したページです。確認する内容、良好とみなす条件、直し方、他の基準との対応を示します。',
  },
  severity: { en: 'Severity', ja: '重要度' },
  unit: { en: 'Judged per', ja: '評価の単位' },
  measure: { en: 'Measure', ja: '施策' },
  step: { en: 'First step', ja: '最初のステップ' },
  aggregate: { en: 'Roll-up', ja: '集計' },
  dependsOn: { en: 'Depends on', ja: '前提' },
  reads: { en: 'Reads', ja: '読み取る情報' },
  why: { en: 'Why', ja: '理由' },
  good: { en: 'What counts as good', ja: '良好とみなす条件' },
  reasons: { en: 'Reasons that it can give', ja: '判定理由' },
  questions: { en: 'Questions to a person', ja: '担当者への質問' },
  cases: { en: 'Cases that its tests run', ja: 'テストで確認しているケース（英語）' },
  mend: { en: 'How to mend it', ja: '直し方' },
  effort: { en: 'About {minutes} minutes', ja: '目安 {minutes} 分' },
  cost: { en: 'Cost', ja: '費用' },
  asOf: { en: 'as of', ja: '時点' },
  mayBreak: { en: 'What may break', ja: '影響が出る可能性' },
  references: { en: 'In other lists', ja: '他の基準との対応' },
  none: { en: 'none', ja: 'なし' },
} as const satisfies Record<string, Localised>;

/** Severities as a reader of the page sees them. */
export const severityTexts = {
  critical: { en: 'critical', ja: '緊急' },
  high: { en: 'high', ja: '高' },
  medium: { en: 'medium', ja: '中' },
  low: { en: 'low', ja: '低' },
} as const satisfies Record<Severity, Localised>;

export const unitTexts = {
  account: { en: 'account', ja: 'アカウント' },
  region: { en: 'Region', ja: 'リージョン' },
  trail: { en: 'trail', ja: '証跡' },
  user: { en: 'user', ja: 'ユーザー' },
  bucket: { en: 'bucket', ja: 'バケット' },
  plan: { en: 'protection plan', ja: '保護プラン' },
} as const satisfies Record<Unit, Localised>;

export const measureTexts = {
  1: { en: '1 · separate accounts', ja: '1 · アカウントの分離' },
  2: { en: '2 · root user and IAM', ja: '2 · ルートユーザーと IAM' },
  3: { en: '3 · record what happens', ja: '3 · 記録' },
  4: { en: '4 · detect threats', ja: '4 · 脅威の検出' },
} as const satisfies Record<Measure, Localised>;

export const stepTexts = {
  'own-accounts': { en: 'own account per purpose', ja: '用途ごとのアカウント分離' },
  'root-mfa': { en: 'root MFA', ja: 'ルートユーザーの MFA' },
  'root-access-key': { en: 'no root access key', ja: 'ルートのアクセスキーなし' },
  'root-unused': { en: 'root unused', ja: 'ルートユーザーの不使用' },
  trail: { en: 'trail in every Region', ja: '全リージョンの証跡' },
  config: { en: 'Config recording', ja: 'Config の記録' },
  guardduty: { en: 'GuardDuty on', ja: 'GuardDuty の有効化' },
} as const satisfies Record<StepId, Localised>;

export const aggregateTexts = {
  all: { en: 'every unit must pass', ja: 'すべての単位で合格が必要' },
  exists: { en: 'one passing unit is enough', ja: '1 つ合格すればよい' },
} as const satisfies Record<Aggregate, Localised>;

/** Outcomes by the name of their set of cases. */
export const outcomeTexts: Readonly<Record<string, Localised>> = {
  passes: { en: 'passes', ja: '合格' },
  fails: { en: 'fails', ja: '不合格' },
  unknown: { en: 'unknown', ja: '不明' },
  manual: { en: 'a person tells', ja: '要確認' },
  notApplicable: { en: 'not applicable', ja: '対象外' },
};

export const relationTexts = {
  proves: { en: 'proves', ja: '満たすことを示す' },
  contributes: { en: 'contributes to', ja: '一部を満たす' },
} as const satisfies Record<'proves' | 'contributes', Localised>;
