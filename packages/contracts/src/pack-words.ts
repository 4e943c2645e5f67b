import type { Localised } from './text.ts';

/** What is wrong with an evidence pack, by the codes of `@ippo/pack`; `{file}` is the file's name. */
export const packFaultWords = {
  empty: { en: 'The file is empty.', ja: 'ファイルが空です。' },
  'too-large': {
    en: 'The file is larger than any pack; it was not looked at.',
    ja: 'パックの上限サイズを超えているため、内容を確認していません。',
  },
  'too-many-files': {
    en: 'It holds more files than any pack.',
    ja: 'ファイル数がパックの上限を超えています。',
  },
  'not-a-zip': {
    en: 'It is not an evidence pack, or it is cut off.',
    ja: '証拠パックではないか、途中で切れています。',
  },
  'zip-damaged': { en: 'The zip is damaged: {file}', ja: 'zip が壊れています：{file}' },
  'zip-multi-disk': {
    en: 'The zip is one of several parts; a pack is one file.',
    ja: '分割された zip です。パックは必ず 1 ファイルです。',
  },
  'zip-64': {
    en: 'The zip claims sizes that no pack has (zip64).',
    ja: 'パックではあり得ないサイズが記録されています（zip64）。',
  },
  'zip-encrypted': {
    en: 'The zip is encrypted; a pack never is: {file}',
    ja: 'zip が暗号化されています。パックは暗号化されません：{file}',
  },
  'zip-compressed': {
    en: 'The zip is compressed; a pack never is. It was packed anew, or is meant to do harm: {file}',
    ja: 'zip が圧縮されています。パックは圧縮されません。作り直されたか、悪意のあるファイルです：{file}',
  },
  'zip-extra-bytes': {
    en: 'There is something between, before or behind its files: {file}',
    ja: 'ファイルの前後または間に余分なデータがあります：{file}',
  },
  'name-odd': {
    en: 'A file has a name that no file of a pack may have: {file}',
    ja: 'パックでは使えない名前のファイルがあります：{file}',
  },
  'name-twice': {
    en: 'Two files have the same name: {file}',
    ja: '同じ名前のファイルが 2 つあります：{file}',
  },
  'not-canonical': {
    en: 'Its bytes are not those that Ippo writes for these files: something was changed or it was packed anew.',
    ja: '同じファイルから Ippo が作るパックとバイト列が一致しません。変更されたか、作り直されています。',
  },
  'sums-missing': {
    en: 'The list of digests is missing: {file}',
    ja: 'ダイジェストの一覧がありません：{file}',
  },
  'sums-malformed': {
    en: 'The list of digests is not as Ippo writes it: {file}',
    ja: 'ダイジェストの一覧の形式が Ippo のものと異なります：{file}',
  },
  'file-altered': {
    en: 'The file was altered: {file}',
    ja: 'ファイルが改変されています：{file}',
  },
  'file-missing': {
    en: 'The file is listed but missing: {file}',
    ja: '一覧にあるファイルがありません：{file}',
  },
  'file-not-listed': {
    en: 'The file is not in the list of digests: {file}',
    ja: 'ダイジェストの一覧にないファイルです：{file}',
  },
  'signature-missing': {
    en: 'The signature is missing: {file}',
    ja: '署名がありません：{file}',
  },
  'signature-malformed': {
    en: 'The signature is not 64 bytes long: {file}',
    ja: '署名の長さが 64 バイトではありません：{file}',
  },
  'signature-wrong': {
    en: 'The signature does not belong to this list of digests and this key: {file}',
    ja: '署名が、このダイジェストの一覧と公開鍵に対応していません：{file}',
  },
  'key-missing': { en: 'The public key is missing: {file}', ja: '公開鍵がありません：{file}' },
  'key-unreadable': {
    en: 'The public key cannot be read as an Ed25519 key: {file}',
    ja: '公開鍵を Ed25519 の鍵として読み取れません：{file}',
  },
  'key-not-trusted': {
    en: 'It was signed by another key than the one that was given or is known here: {file}',
    ja: '指定された鍵、またはここで管理している鍵とは別の鍵で署名されています：{file}',
  },
} as const satisfies Record<string, Localised>;

/** What became of one file of a pack, in a word. */
export const packFileWords = {
  intact: { en: 'as it was signed', ja: '署名時のまま' },
  altered: { en: 'altered', ja: '改変あり' },
  missing: { en: 'missing', ja: '欠落' },
  'not-listed': { en: 'not listed', ja: '一覧になし' },
} as const satisfies Record<string, Localised>;
