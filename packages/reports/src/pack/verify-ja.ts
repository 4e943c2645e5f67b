import { checkingLines } from '@ippo/pack';
import { noticeOf } from '../document/notice.ts';
import { sampleSize } from './corroboration.ts';
import { linkLines } from './link-line.ts';
import type { PackFacts } from './pack-facts.ts';
import { addedToSums, indent } from './verify-lines.ts';

/** The Japanese page of instructions; `files` is how many the pack has. */
export function verifyJapanese(facts: PackFacts, files: number): string[] {
  const { scan, made } = facts;
  return [
    '証拠パックの検証手順',
    '',
    ...notices(facts),
    `アカウント          ${facts.account}`,
    `スキャン            ${scan.id}（終了 ${scan.ended}）`,
    `作成                ${made.at}、${made.by}（Ippo ${made.version}）`,
    `証拠のダイジェスト  ${facts.evidenceDigest}`,
    `報告のダイジェスト  ${facts.reportDigest}`,
    `鍵の指紋            ${facts.fingerprint}`,
    '',
    '検証：必要なのは unzip、sha256sum、OpenSSL 3 だけです。Ippo は要りません。',
    '',
    ...checkingLines(facts.fileName).map((line) => indent + line),
    '',
    `ファイルは ${files} 個です。sha256sum が「OK」（日本語環境では「完了」）の行を ${files - addedToSums} 行表示し（SHA256SUMS と`,
    'SHA256SUMS.sig は一覧に含まれません）、OpenSSL が「Signature Verified Successfully」と表示すれば正常です。',
    'これ以外のファイルはパックの一部ではありません。',
    'macOS では sha256sum の代わりに「shasum -a 256」を使い、OpenSSL は Homebrew で入れてください。',
    '最後の行は鍵の指紋を表示します。パックを偽造できる人は上の指紋も書き換えられるため、別の経路で入手した',
    '指紋（以前のパック、この Ippo の所有者が示す「ippo keys」や検証ページの値）と必ず照合してください。',
    '「ippo verify ファイル」は以上をまとめて行い、ファイルの外側の変更も検出します。',
    '',
    '証明できること',
    '・この鍵の持ち主が署名してから、内容が一切改変されていないこと。',
    '・欠けたファイルがないこと（SHA256SUMS が、自身とその署名を除く全ファイルを列挙しています）。',
    ...proof(facts),
    '',
    '証明できないこと',
    'AWS が実際にこの応答を返したこと。鍵の持ち主なら別の内容にも署名できるためです。確かめる方法は 3 つあります。',
    ...corroboration(facts),
    ...anchor(facts),
    ...previous(facts),
    '3. 自分で AWS に尋ねる。「ippo policy」が出力する読み取り用ロールで「ippo scan」を実行すれば、',
    '   同じ質問をやり直せます。その後アカウントに加えられた変更は、差として現れます。',
  ];
}

function notices({ source, redacted }: PackFacts): string[] {
  const notice = noticeOf(source, 'ja');
  return [
    ...(notice === null ? [] : [`※ ${notice}実在の AWS アカウントについては何も証明しません。`]),
    ...(redacted ? ['※ 名前と ID をマスクしています。証拠は含まれていません。'] : []),
    ...(notice !== null || redacted ? [''] : []),
  ];
}

function proof(facts: PackFacts): string[] {
  const { evidence, inputs, redacted, catalogueDigest } = facts;
  if (redacted)
    return [
      '・証拠を含まないため、再計算はできません。末尾に 0 が 12 個並ぶダイジェストは、マスクした値です。',
      ...(facts.digestsMasked
        ? [
            '  AWS への問い合わせがほとんどなく推測できるため、上の 2 つのダイジェストもマスクしています。',
          ]
        : [
            '  上の 2 つのダイジェストはマスク前の報告と証拠のもので、どちらもマスクなしのパックに含まれます。',
          ]),
    ];
  if (!evidence)
    return [
      '・このスキャンの証拠は保存期間を過ぎて削除されたため、再計算はできません。',
      '  「sha256sum scan-report.json」は、上の報告のダイジェストを表示します。',
    ];
  const digests =
    '・「sha256sum evidence.json scan-report.json」は、上の 2 つのダイジェストを表示します。';
  if (!inputs)
    return [
      digests,
      '・再計算はできません。以前の Ippo による判定で、判定条件の一部が記録されていないためです。',
    ];
  return [
    digests,
    '・判定が証拠から導かれたこと。「ippo recompute ファイル」は evidence.json を inputs.json の条件で',
    '  判定し直します。次のカタログのチェックであれば、1 バイトも違わない報告になります。',
    `  ${catalogueDigest}`,
    '・evidence.json は判定に用いた値の抜粋で、応答本文は含みません（本文は保存していません）。このため、',
    '  レポートの E 番号のダイジェスト（個々の応答の SHA-256）は、evidence.json から再計算できません。',
    '  別に保存された応答本文がある場合に、同一かどうかを確かめられます。',
  ];
}

function anchor({ redacted, scan: { link } }: PackFacts): string[] {
  const told = [
    '2. 外部に控えを残す。アカウントの各スキャンは、失敗・中止したものも含めて、直前のスキャンのリンクを',
  ];
  if (redacted)
    return [
      ...told,
      '   記録しています（scans.json）。リンクはアカウント ID を含む内容のダイジェストなので、このパックでは',
      '   マスクしています。前後のつながりは確認できますが、再計算や、マスクなしのパックとの照合はできません。',
      '   控えには、マスクなしのパックのリンクを使ってください。',
    ];
  return [
    ...told,
    '   記録しています（scans.json）。このスキャンのリンクを、所有者が変更できない場所に控えてください。',
    '   後のパックにも同じリンクがあれば、それ以前のスキャンの差し替えや抜き取りはありません。',
    `   ${link ?? 'このスキャンにはまだリンクがありません'}`,
    '   リンクは、スキャンの 7 項目を名前順・空白なしの JSON（RFC 8785）にしたものの SHA-256 です。jq があれば、',
    '   次の行で scans.json の全リンクを計算し直せます。',
    ...linkLines.map((line) => `   ${line}`),
  ];
}

function corroboration({ evidence, redacted, source }: PackFacts): string[] {
  if (redacted || !evidence)
    return ['1. CloudTrail と照合する呼び出しの標本は、証拠を含まないため、付けていません。'];
  if (source.kind !== 'aws')
    return [
      '1. corroboration.csv は本来 CloudTrail と照合する標本ですが、この呼び出しは AWS に届いていないため、',
      '   CloudTrail には記録がありません。',
    ];
  return [
    `1. corroboration.csv に、誰も選んでいない呼び出しを最大 ${sampleSize} 件挙げています。90 日以内に、アカウント自身の`,
    '   CloudTrail イベント履歴でリクエスト ID を照合してください。手順は corroboration.txt にあります。',
  ];
}

function previous({ previous: before }: PackFacts): string[] {
  return before === null
    ? ['   このアカウントのパックは、これが最初です。']
    : [`   直前のパック（previous-pack.sha256）：${before.fileName}`];
}
