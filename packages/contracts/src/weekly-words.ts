import type { StepId } from './report.ts';
import type { Language, Localised } from './text.ts';
import type { WeekForm, WeekHeadline } from './weekly.ts';
import { stepWords } from './words.ts';

/** The forms of a week as a row of past weeks names them. */
export const weekFormWords: Readonly<Record<WeekForm, Localised>> = {
  'step-forward': { en: 'One step forward', ja: '一歩前進' },
  'step-back': { en: 'One step back', ja: '一歩後退' },
  'less-seen': { en: 'We could see less', ja: '見える範囲が減りました' },
  'nothing-changed': { en: 'Nothing changed', ja: '変化なし' },
  'first-week': { en: 'First week', ja: '最初の週' },
  'no-scan': { en: 'No scan', ja: 'スキャンなし' },
};

type Sides = Readonly<Record<'forward' | 'back', Localised>>;

/** What is true of a step once it was taken, or is not; `{where}` names the places, where they are known. */
const stepClauses: Readonly<Record<StepId, Sides>> = {
  'own-accounts': {
    forward: {
      en: 'each purpose has its own account.',
      ja: '用途ごとにアカウントが分かれました。',
    },
    back: {
      en: 'purposes share one account.',
      ja: '複数の用途が 1 つのアカウントに同居しています。',
    },
  },
  'root-mfa': {
    forward: { en: 'root now needs MFA.', ja: 'ルートユーザーに MFA が設定されました。' },
    back: { en: 'root signs in without MFA.', ja: 'ルートユーザーに MFA がありません。' },
  },
  'root-access-key': {
    forward: { en: 'root has no access key now.', ja: 'ルートのアクセスキーがなくなりました。' },
    back: { en: 'root has an access key.', ja: 'ルートユーザーのアクセスキーがあります。' },
  },
  'root-unused': {
    forward: { en: 'root is no longer in use.', ja: 'ルートユーザーは使われなくなりました。' },
    back: { en: 'root was used lately.', ja: 'ルートユーザーが最近使われました。' },
  },
  trail: {
    forward: {
      en: 'CloudTrail records in every Region.',
      ja: 'CloudTrail が全リージョンで記録しています。',
    },
    back: {
      en: 'CloudTrail does not record everything.',
      ja: 'CloudTrail の記録に不足があります。',
    },
  },
  config: {
    forward: {
      en: 'AWS Config records in every Region.',
      ja: 'AWS Config が全リージョンで記録しています。',
    },
    back: {
      en: 'AWS Config does not record everywhere.',
      ja: 'AWS Config の記録に不足があります。',
    },
  },
  guardduty: {
    forward: {
      en: 'GuardDuty is on in every Region.',
      ja: 'GuardDuty が全リージョンで有効になりました。',
    },
    back: {
      en: 'GuardDuty is not on everywhere.',
      ja: 'GuardDuty が一部のリージョンで無効です。',
    },
  },
};

/** How the trail fails, where a report knows it; `single` is one that misses Regions. */
export type TrailCase = 'none' | 'stopped' | 'single' | 'delivery';

const trailCases: Readonly<Record<string, TrailCase>> = {
  'no-trail': 'none',
  'trail-stopped': 'stopped',
  'single-region-only': 'single',
  'delivery-error': 'delivery',
  'not-delivering': 'delivery',
};

/** The first cause among the codes of reasons, in the order in which their checks decide the step. */
export function trailCaseOf(codes: readonly string[]): TrailCase | undefined {
  return codes.map((code) => trailCases[code]).find((found) => found);
}

const trailClauses: Readonly<Partial<Record<TrailCase, Localised>>> = {
  none: { en: 'no trail keeps what happens here.', ja: '操作を長く残す証跡がありません。' },
  stopped: { en: 'CloudTrail has stopped recording.', ja: 'CloudTrail の記録が止まっています。' },
  delivery: { en: 'CloudTrail logs do not arrive.', ja: 'CloudTrail のログが届いていません。' },
};

const placedClauses: Readonly<Partial<Record<StepId, Localised>>> = {
  config: {
    en: 'AWS Config does not record in {where}.',
    ja: 'AWS Config が{where}で記録していません。',
  },
  guardduty: { en: 'GuardDuty is off in {where}.', ja: 'GuardDuty が{where}で無効です。' },
};

/** Why a step is not done, as far as it is known. */
export type StepCause = {
  trail?: TrailCase | undefined;
  /** Where, as written: the name of one Region, or how many there are. */
  where?: string | undefined;
};

/** The end of a sentence. */
function openStepClause(id: StepId, language: Language, cause: StepCause): string {
  const { trail, where } = cause;
  const told = id === 'trail' && trail ? trailClauses[trail] : undefined;
  const placed = where === undefined ? undefined : placedClauses[id];
  if (placed && where !== undefined) return placed[language].replace('{where}', where);
  return (told ?? stepClauses[id].back)[language];
}

/** What is true of a step that is not done, in the words of every page: a sentence of its own. */
export function openStepSentence(id: StepId, language: Language, cause: StepCause): string {
  const clause = openStepClause(id, language, cause);
  return clause.charAt(0).toUpperCase() + clause.slice(1);
}

/** What the sentence of a headline needs besides the headline itself. */
export type HeadlineContext = {
  /** Of a check. */
  title: (check: string) => string;
  /** Whether the week is the one that runs. */
  current: boolean;
  stepsDone: number;
  regionsUnread: number;
  /** Why a step that was taken back is not done at the end of the week. */
  cause?: StepCause | undefined;
};

/** A week's headline as one sentence, or two, in a reader's language. */
export function writeWeekHeadline(
  headline: WeekHeadline,
  language: Language,
  context: HeadlineContext,
): string {
  return language === 'ja' ? japanese(headline, context) : english(headline, context);
}

function english({ form, about, how, count }: WeekHeadline, context: HeadlineContext): string {
  const steps = count > 1 ? `${count} steps` : 'One step';
  const seen = how === 'seen' ? ', now that it can be read' : '';
  if (form === 'no-scan') return 'Nothing was read this week.';
  if (form === 'first-week') return `First week: ${context.stepsDone} of 7 first steps are done.`;
  if (form === 'nothing-changed') return `Nothing changed this week.${unreadEn(context)}`;
  if (form === 'less-seen') {
    if (about.kind === 'regions')
      return `We could see less: ${count === 1 ? '1 Region' : `${count} Regions`} did not answer.`;
    return `We could see less: “${nameOf(about, 'en', context)}” could not be read.`;
  }
  const [start, side] =
    form === 'step-back'
      ? ([`${steps} back`, 'back'] as const)
      : ([`${steps} forward`, 'forward'] as const);
  if (about.kind === 'step' && how === 'seen')
    return `${start}: “${stepWords[about.id].en}” is proven now.`;
  if (about.kind === 'step') return `${start}: ${clauseOf(about.id, side, 'en', context)}`;
  const state = side === 'back' ? 'not met' : 'better';
  return `${start}, ${state}${seen}: “${nameOf(about, 'en', context)}”.`;
}

function japanese({ form, about, how, count }: WeekHeadline, context: HeadlineContext): string {
  const week = context.current ? '今週' : 'この週';
  const steps = count > 1 ? `${count} 歩` : '一歩';
  if (form === 'no-scan') return `${week}のスキャンはありません。`;
  if (form === 'first-week') return `最初の週。7 つのうち ${context.stepsDone} つ完了しています。`;
  if (form === 'nothing-changed') return `${week}は変化がありません。${unreadJa(context)}`;
  if (form === 'less-seen') {
    if (about.kind === 'regions')
      return `見える範囲が減りました。${count} リージョンから応答がありません。`;
    return `見える範囲が減りました。「${nameOf(about, 'ja', context)}」を読み取れません。`;
  }
  const [start, side] =
    form === 'step-back'
      ? ([`${steps}後退。`, 'back'] as const)
      : ([`${steps}前進。`, 'forward'] as const);
  if (about.kind === 'step' && how === 'seen')
    return `${start}「${stepWords[about.id].ja}」を確認できました。`;
  if (about.kind === 'step') return `${start}${clauseOf(about.id, side, 'ja', context)}`;
  const seen = how === 'seen' ? '読み取れるようになり、' : '';
  const state = side === 'back' ? 'が満たされていません。' : 'が改善しました。';
  return `${start}${seen}「${nameOf(about, 'ja', context)}」${state}`;
}

function clauseOf(
  id: StepId,
  side: keyof Sides,
  language: Language,
  { cause = {} }: HeadlineContext,
): string {
  return side === 'back' ? openStepClause(id, language, cause) : stepClauses[id][side][language];
}

function nameOf(
  about: WeekHeadline['about'],
  language: Language,
  { title }: HeadlineContext,
): string {
  if (about.kind === 'step') return stepWords[about.id][language];
  return about.kind === 'check' ? title(about.id) : '';
}

function unreadEn({ regionsUnread: n }: HeadlineContext): string {
  return n === 0 ? '' : ` ${n === 1 ? '1 Region' : `${n} Regions`} could not be read.`;
}

function unreadJa({ regionsUnread: n }: HeadlineContext): string {
  return n === 0 ? '' : `${n} リージョンは読み取れませんでした。`;
}
