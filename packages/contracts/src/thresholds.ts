import type { Localised } from './text.ts';

/** A limit that an owner may set: whole days, the checks that it changes, and what it is about. */
export type Threshold = {
  default: number;
  lowest: number;
  highest: number;
  unit: 'days';
  checks: readonly string[];
  name: Localised;
  /** What a higher and a lower value do. */
  about: Localised;
};

/** Every limit that an owner may set; there is nothing else that changes a verdict. */
export const thresholds = {
  /** Root counts as unused after this many days without use (checks.md `root-usage`). */
  rootUsageWindowDays: {
    ...{ default: 30, lowest: 1, highest: 365, unit: 'days', checks: ['root-usage'] },
    name: {
      en: 'Root counts as unused after',
      ja: 'ルートユーザーを「未使用」とみなすまでの日数',
    },
    about: {
      en: 'Any use of the root user within this time fails the check. A longer time is stricter.',
      ja: 'この日数以内にルートユーザーが使われていれば不合格です。長いほど厳しくなります。',
    },
  },
  /** Days for which AWS Config has to keep its history (checks.md `cfg-retention`). */
  configRetentionDays: {
    ...{ default: 365, lowest: 30, highest: 2557, unit: 'days', checks: ['cfg-retention'] },
    name: {
      en: 'AWS Config has to keep its history for',
      ja: 'AWS Config の履歴に求める保持日数',
    },
    about: {
      en: 'A Region whose recorder keeps less fails the check. A longer time is stricter; AWS keeps 2,557 days unless told otherwise.',
      ja: '保持期間がこれより短いリージョンは不合格です。長いほど厳しくなります。AWS の既定は 2,557 日です。',
    },
  },
} as const satisfies Record<string, Threshold>;
export type ThresholdName = keyof typeof thresholds;
export const thresholdNames = Object.keys(thresholds) as [ThresholdName, ...ThresholdName[]];
