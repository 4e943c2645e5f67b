import type { Localised } from './text.ts';

/** Place names of AWS Regions (AWS General Reference, *Regions*); a new region shows its code alone. */
const placeNames: Readonly<Record<string, Localised>> = {
  'us-east-1': { en: 'N. Virginia', ja: 'バージニア北部' },
  'us-east-2': { en: 'Ohio', ja: 'オハイオ' },
  'us-west-1': { en: 'N. California', ja: '北カリフォルニア' },
  'us-west-2': { en: 'Oregon', ja: 'オレゴン' },
  'af-south-1': { en: 'Cape Town', ja: 'ケープタウン' },
  'ap-east-1': { en: 'Hong Kong', ja: '香港' },
  'ap-east-2': { en: 'Taipei', ja: '台北' },
  'ap-northeast-1': { en: 'Tokyo', ja: '東京' },
  'ap-northeast-2': { en: 'Seoul', ja: 'ソウル' },
  'ap-northeast-3': { en: 'Osaka', ja: '大阪' },
  'ap-south-1': { en: 'Mumbai', ja: 'ムンバイ' },
  'ap-south-2': { en: 'Hyderabad', ja: 'ハイデラバード' },
  'ap-southeast-1': { en: 'Singapore', ja: 'シンガポール' },
  'ap-southeast-2': { en: 'Sydney', ja: 'シドニー' },
  'ap-southeast-3': { en: 'Jakarta', ja: 'ジャカルタ' },
  'ap-southeast-4': { en: 'Melbourne', ja: 'メルボルン' },
  'ap-southeast-5': { en: 'Malaysia', ja: 'マレーシア' },
  'ap-southeast-6': { en: 'New Zealand', ja: 'ニュージーランド' },
  'ap-southeast-7': { en: 'Thailand', ja: 'タイ' },
  'ca-central-1': { en: 'Central Canada', ja: 'カナダ中部' },
  'ca-west-1': { en: 'Calgary', ja: 'カルガリー' },
  'eu-central-1': { en: 'Frankfurt', ja: 'フランクフルト' },
  'eu-central-2': { en: 'Zurich', ja: 'チューリッヒ' },
  'eu-north-1': { en: 'Stockholm', ja: 'ストックホルム' },
  'eu-south-1': { en: 'Milan', ja: 'ミラノ' },
  'eu-south-2': { en: 'Spain', ja: 'スペイン' },
  'eu-west-1': { en: 'Ireland', ja: 'アイルランド' },
  'eu-west-2': { en: 'London', ja: 'ロンドン' },
  'eu-west-3': { en: 'Paris', ja: 'パリ' },
  'il-central-1': { en: 'Tel Aviv', ja: 'テルアビブ' },
  'me-central-1': { en: 'UAE', ja: 'アラブ首長国連邦' },
  'me-south-1': { en: 'Bahrain', ja: 'バーレーン' },
  'mx-central-1': { en: 'Mexico', ja: 'メキシコ' },
  'sa-east-1': { en: 'São Paulo', ja: 'サンパウロ' },
  'cn-north-1': { en: 'Beijing', ja: '北京' },
  'cn-northwest-1': { en: 'Ningxia', ja: '寧夏' },
  'us-gov-east-1': { en: 'GovCloud (US-East)', ja: 'GovCloud（米国東部）' },
  'us-gov-west-1': { en: 'GovCloud (US-West)', ja: 'GovCloud（米国西部）' },
};

/** The place of a region in a reader's language, or the code where we know no name. */
export function placeOf(region: string, language: 'en' | 'ja'): string {
  return placeNames[region]?.[language] ?? region;
}

/**
 * The regions that an account of a partition has from the start, used (and said to be assumed) only where
 * neither region list could be read (AWS Account Management Guide, *Enable or disable AWS Regions*).
 */
export const defaultRegions: Readonly<Record<string, readonly string[]>> = {
  aws: [
    'ap-northeast-1',
    'ap-northeast-2',
    'ap-northeast-3',
    'ap-south-1',
    'ap-southeast-1',
    'ap-southeast-2',
    'ca-central-1',
    'eu-central-1',
    'eu-north-1',
    'eu-west-1',
    'eu-west-2',
    'eu-west-3',
    'sa-east-1',
    'us-east-1',
    'us-east-2',
    'us-west-1',
    'us-west-2',
  ],
  'aws-cn': ['cn-north-1', 'cn-northwest-1'],
  'aws-us-gov': ['us-gov-east-1', 'us-gov-west-1'],
};
