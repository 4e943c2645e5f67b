import type { Localised } from '@ippo/contracts';

/** What the commands about evidence packs say. */
export const packWords = {
  packVerified: {
    en: '{file}: verified. Nothing was altered since it was signed.',
    ja: '{file}：検証できました。署名後の改変はありません。',
  },
  packNotVerified: { en: '{file}: NOT verified.', ja: '{file}：検証できませんでした。' },
  packFile: { en: '{name}: {state}', ja: '{name}：{state}' },
  packKey: { en: 'Signed by the key {fingerprint}.', ja: '署名鍵の指紋：{fingerprint}' },
  packKeyGiven: { en: 'That is the key that was given.', ja: '指定された鍵と一致します。' },
  packKeyKnown: {
    en: 'That is the key of this install, since {since}.',
    ja: 'このインストールで {since} から使用中の鍵です。',
  },
  packKeyRetired: {
    en: 'That is an older key of this install, in use from {since} to {until}.',
    ja: 'このインストールで {since} から {until} まで使用していた鍵です。',
  },
  packKeyOwn: {
    en: 'Nobody but the pack itself vouches for this key. Compare the fingerprint with one that came another way, or give that as --key.',
    ja: 'この鍵を裏付けるのは、このパック自身だけです。別の経路で入手した指紋と照合するか、その指紋を --key で指定してください。',
  },
  packKeysUnread: {
    en: 'The keys of this install were not looked at: {why}',
    ja: 'このインストールの鍵は確認していません：{why}',
  },
  packDigest: { en: 'SHA-256: {digest}', ja: 'SHA-256：{digest}' },
  recomputeSame: {
    en: 'Judged again by the same catalogue: the same report, byte for byte ({digest}).',
    ja: '同じカタログで判定し直した結果、報告は 1 バイトも違いません（{digest}）。',
  },
  recomputeDiffers: {
    en: 'This is not what this catalogue gives for this evidence. What differs:',
    ja: 'この証拠をこのカタログで判定した結果と一致しません。異なる点：',
  },
  recomputeOther: {
    en: 'This Ippo judges by another catalogue, so it is a new judgement; the pack is as it was signed. {count} checks differ.',
    ja: 'この Ippo はカタログが異なるため、新しい判定として比較しました。パックは署名時のままです。異なるチェックは {count} 件です。',
  },
  recomputeCatalogues: {
    en: 'Catalogue of the pack: {pack}, here: {here}.',
    ja: 'パックのカタログ：{pack}、ここのカタログ：{here}',
  },
  recomputeCheck: { en: '{check}: {before} → {after}', ja: '{check}：{before} → {after}' },
  recomputeFindings: {
    en: '{check}: {outcome}, its findings differ',
    ja: '{check}：{outcome}（検出事項が異なる）',
  },
  recomputeOnlyPack: { en: '{check}: only in the pack', ja: '{check}：パックにのみある' },
  recomputeOnlyHere: { en: '{check}: only here', ja: '{check}：ここにのみある' },
  recomputeField: { en: 'report: {field}', ja: '報告：{field}' },
  recomputeReader: {
    en: 'report.json does not tell what scan-report.json tells: {field}',
    ja: 'report.json の内容が scan-report.json と異なります：{field}',
  },
  recomputeRedacted: {
    en: 'It is redacted: without evidence it cannot be recomputed.',
    ja: 'マスクされたパックです。証拠がないため、再計算はできません。',
  },
  recomputeWithout: {
    en: 'It holds no {file}, so it cannot be recomputed. VERIFY.txt says why.',
    ja: '{file} がないため、再計算はできません。理由は VERIFY.txt にあります。',
  },
  recomputeUnreadable: {
    en: 'This Ippo cannot read its {file}: {why}',
    ja: 'この Ippo では {file} を読み取れません：{why}',
  },
  keysNone: {
    en: 'There is no signing key yet; the first pack makes it.',
    ja: '署名鍵はまだありません。最初の証拠パックの作成時に作られます。',
  },
  keysInUse: { en: '{fingerprint}  in use since {since}', ja: '{fingerprint}  {since} から使用中' },
  keysRetired: {
    en: '{fingerprint}  from {since} to {until}',
    ja: '{fingerprint}  {since} から {until} まで',
  },
  keysRotated: {
    en: 'Packs are signed with {fingerprint} from now on. Tell those who check packs, by another way than a pack.',
    ja: '今後の証拠パックは {fingerprint} で署名します。パックを検証する人に、パック以外の経路で知らせてください。',
  },
  keysBefore: {
    en: 'The public key {fingerprint} stays for the packs that it signed; its private key is not needed any more.',
    ja: '公開鍵 {fingerprint} は、その鍵で署名したパックの検証用に残ります。秘密鍵はもう使いません。',
  },
} as const satisfies Record<string, Localised>;
