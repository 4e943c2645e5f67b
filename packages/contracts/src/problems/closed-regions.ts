import type { Localised } from '../text.ts';

/** What can go wrong with Regions that an owner confirms as closed. */
export const closedRegionProblems = {
  'region-not-proven-closed': {
    status: 409,
    text: {
      en: 'The newest scan does not prove that an SCP closes {region}: at least two services have to refuse every call there for that reason. Nothing was changed.',
      ja: '最新のスキャンでは、{region} が SCP で閉じられていることを確認できません（2 つ以上のサービスがすべての呼び出しを SCP で拒否している必要があります）。何も変更していません。',
    },
  },
  'region-confirmed': {
    status: 409,
    text: {
      en: '{region} is confirmed as closed already.',
      ja: '{region} はすでに確認済みです。',
    },
  },
} as const satisfies Record<string, { status: number; text: Localised }>;
