import type { Aggregate, Localised, Measure, Severity, StepId, Unit } from '@ippo/contracts';

/** The words around the catalogue page, in both languages. */
export const pageTexts = {
  heading: { en: 'The checks', ja: 'チェック一覧' },
  intro: {
    en: 'What each check asks, why it matters, what counts as good, and how to mend it. Made from the check files, so it says what the program does. In commands, `<angle brackets>` mark what you fill in; in the dashboard what is known is filled in for you.',
    ja: '各チェックが確認すること、その理由、望ましい状態、対処方法です。チェックのファイルから生成しているため、プログラムの動作と一致します。コマンドの `<山かっこ>` は置き換える部分です（画面では、分かっている値が入った状態で表示されます）。',
  },
  check: { en: 'Check', ja: 'チェック' },
  severity: { en: 'Severity', ja: '重要度' },
  unit: { en: 'Judged per', ja: '評価の単位' },
  measure: { en: 'Measure ', ja: '施策 ' },
  step: { en: 'First step', ja: 'はじめの一歩' },
  beyond: { en: 'beyond the first steps', ja: 'はじめの一歩より先' },
  dependsOn: { en: 'Needs', ja: '前提' },
  reads: { en: 'Reads', ja: '読み取る情報' },
  good: { en: 'Good looks like this', ja: '望ましい状態' },
  reasons: { en: 'What it can answer', ja: '判定の理由' },
  reasonsAbout: {
    en: 'Words in italics are filled in for each finding.',
    ja: '斜体の部分には、検出事項ごとの値が入ります。',
  },
  code: { en: 'Code', ja: 'コード' },
  sentence: { en: 'Sentence', ja: '文' },
  questions: { en: 'What only a person can tell', ja: '人が答える質問' },
  cases: {
    en: 'What its tests prove ({n} cases)',
    ja: 'テストで確認しているケース（{n} 件、英語）',
  },
  mend: { en: 'How to fix it', ja: '対処方法' },
  console: { en: 'AWS console', ja: 'AWS コンソール' },
  effort: { en: 'Effort', ja: '手間' },
  minutes: { en: 'about {minutes} minutes', ja: '約 {minutes} 分' },
  cost: { en: 'Cost', ja: '費用' },
  asOf: { en: 'prices as of {day}', ja: '{day} 時点の料金' },
  mayBreak: { en: 'What may break', ja: '影響' },
  references: { en: 'Who asks for this', ja: '求めている基準' },
  framework: { en: 'Framework', ja: 'フレームワーク' },
  item: { en: 'Item, in our words', ja: '要件（文章は Ippo によるもの）' },
  share: { en: 'What this check proves of it', ja: 'このチェックで示せる範囲' },
  proves: { en: 'All of it', ja: '要件のすべて' },
  contributes: { en: 'Part', ja: '一部' },
  none: { en: 'no other check', ja: 'なし' },
  comma: { en: ', ', ja: '、' },
  pause: { en: '; ', ja: '。' },
} as const satisfies Record<string, Localised>;

/** Severities as a reader of the page sees them. */
export const severityTexts = {
  critical: { en: 'critical', ja: '重大' },
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
  1: { en: 'Separate accounts', ja: 'アカウントを分ける' },
  2: { en: 'Protect root and IAM', ja: 'ルートと IAM を守る' },
  3: { en: 'Record what happens', ja: '操作と構成を記録する' },
  4: { en: 'Detect threats', ja: '脅威を検知する' },
} as const satisfies Record<Measure, Localised>;

export const stepTexts = {
  'own-accounts': { en: 'Own account per purpose', ja: '用途ごとにアカウントを分離' },
  'root-mfa': { en: 'Root user has MFA', ja: 'ルートユーザーに MFA' },
  'root-access-key': { en: 'No root access key', ja: 'ルートのアクセスキーなし' },
  'root-unused': { en: 'Root user not used', ja: 'ルートユーザーを使っていない' },
  trail: { en: 'Trail in every Region', ja: '全リージョンに証跡' },
  config: { en: 'AWS Config recording', ja: 'AWS Config の記録' },
  guardduty: { en: 'GuardDuty on', ja: 'GuardDuty が有効' },
} as const satisfies Record<StepId, Localised>;

export const aggregateTexts = {
  all: { en: 'every one must pass', ja: 'すべて合格が必要' },
  exists: { en: 'one good one is enough', ja: '1 つ合格すればよい' },
} as const satisfies Record<Aggregate, Localised>;

/** Outcomes by the name of their set of cases. */
export const outcomeTexts: Readonly<Record<string, Localised>> = {
  passes: { en: 'Passes', ja: '合格' },
  fails: { en: 'Fails', ja: '不合格' },
  unknown: { en: 'Unknown', ja: '不明' },
  manual: { en: 'A person tells', ja: '回答待ち' },
  notApplicable: { en: 'Not applicable', ja: '該当なし' },
};
