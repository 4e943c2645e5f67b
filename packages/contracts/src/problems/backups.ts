import type { Localised } from '../text.ts';

/** What can go wrong with backups and upgrades. */
export const backupProblems = {
  'backup-unreadable': {
    status: 500,
    text: {
      en: 'The file is no backup of Ippo, or it is cut off or altered. Nothing was restored.',
      ja: 'Ippo のバックアップファイルではないか、途中で切れているか、改変されています。何も復元していません。',
    },
  },
  'passphrase-wrong': {
    status: 500,
    text: {
      en: 'The passphrase does not open this backup. Nothing was restored.',
      ja: 'このパスフレーズではバックアップを開けません。何も復元していません。',
    },
  },
  'passphrase-missing': {
    status: 500,
    text: {
      en: 'A backup needs a passphrase of at least 14 characters. Name a file that holds it with --passphrase-file.',
      ja: 'バックアップには 14 文字以上のパスフレーズが必要です。それを書いたファイルを --passphrase-file で指定してください。',
    },
  },
  'evidence-pruned': {
    status: 410,
    text: {
      en: 'The evidence and report of this scan were older than the owner keeps them, and were pruned. Its place in the chain and its figures remain.',
      ja: 'このスキャンの証拠とレポートは、所有者が設定した保存期間を過ぎたため削除されました。チェーン上の位置と集計値は残っています。',
    },
  },
  'backup-newer': {
    status: 500,
    text: {
      en: 'A newer Ippo made this backup. Restore it with that version or a later one.',
      ja: 'このバックアップは、より新しい Ippo で作成されています。同じか、より新しいバージョンで復元してください。',
    },
  },
  'database-newer': {
    status: 500,
    text: {
      en: 'A newer Ippo has used this data. Start that version, or restore a backup of this one elsewhere.',
      ja: 'このデータは、より新しい Ippo で使用されています。そのバージョンを起動するか、このバージョンのバックアップを別の場所に復元してください。',
    },
  },
  'home-not-empty': {
    status: 500,
    text: {
      en: 'There is data already. Restore into a new folder (IPPO_DATA_DIR) or an empty database (DATABASE_URL).',
      ja: 'すでにデータがあります。新しいフォルダー (IPPO_DATA_DIR) または空のデータベース (DATABASE_URL) に復元してください。',
    },
  },
  'file-exists': {
    status: 500,
    text: {
      en: 'The file {file} exists already. Choose another name.',
      ja: 'ファイル {file} はすでに存在します。別の名前を指定してください。',
    },
  },
  'backup-not-written': {
    status: 500,
    text: {
      en: 'The backup {file} could not be written: {why}',
      ja: 'バックアップ {file} を書き込めませんでした：{why}',
    },
  },
} as const satisfies Record<string, { status: number; text: Localised }>;
