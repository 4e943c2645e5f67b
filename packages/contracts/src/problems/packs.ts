import type { Localised } from '../text.ts';

/** What can go wrong with the key that evidence packs are signed with. */
export const packProblems = {
  'signing-key-missing': {
    status: 500,
    text: {
      en: 'The private key {fingerprint} that signs evidence packs is not here: another process or folder made it. Put it in place, share it in IPPO_SECRETS_DIR, or make a new one with “ippo keys rotate”.',
      ja: '証拠パックに署名する秘密鍵 {fingerprint} がここにありません。別のプロセスまたはフォルダーで作成されています。鍵を戻すか、IPPO_SECRETS_DIR で共有するか、「ippo keys rotate」で新しい鍵に切り替えてください。',
    },
  },
  'signing-key-differs': {
    status: 500,
    text: {
      en: 'The signing key here is not the one in use ({fingerprint}). Put that one back, or take this one into use with “ippo keys rotate”.',
      ja: 'ここにある署名鍵は、使用中の鍵（{fingerprint}）と異なります。元の鍵に戻すか、「ippo keys rotate」でこの鍵に切り替えてください。',
    },
  },
  'signing-key-unreadable': {
    status: 500,
    text: {
      en: 'The file {file} holds no Ed25519 private key in PEM (PKCS#8). “openssl genpkey -algorithm ed25519” makes one.',
      ja: 'ファイル {file} は Ed25519 の秘密鍵（PKCS#8 の PEM 形式）ではありません。「openssl genpkey -algorithm ed25519」で作成できます。',
    },
  },
  'signing-key-used-before': {
    status: 409,
    text: {
      en: 'The key {fingerprint} is in use or was before. Put a new one into the file signing-key in IPPO_SECRETS_DIR, then rotate.',
      ja: '鍵 {fingerprint} は使用中か、以前に使用した鍵です。IPPO_SECRETS_DIR の signing-key に新しい鍵を置いてから切り替えてください。',
    },
  },
  'no-such-signing-key': {
    status: 404,
    text: {
      en: 'There is no public key {fingerprint} here. “ippo keys list” prints those that there are.',
      ja: '公開鍵 {fingerprint} はありません。「ippo keys list」で一覧を確認してください。',
    },
  },
} as const satisfies Record<string, { status: number; text: Localised }>;
