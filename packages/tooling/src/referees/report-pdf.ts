import { join } from 'node:path';
import { runStep } from '../run-step.ts';
import type { Verdict } from './verdicts.ts';

type Wanted = { language: string; title: string; inOrder: readonly string[] };

/** What a reader comes across, in this order, whatever the account. */
const wanted: Readonly<Record<string, Wanted>> = {
  ja: {
    language: 'ja',
    title: 'セキュリティ態勢評価報告書',
    inOrder: [
      ...['セキュリティ態勢評価報告書', '対象期間', '評価基準日', '作成者', '承認者', '統制番号'],
      ...['エグゼクティブサマリー', '目次', 'はじめの一歩', '検出事項', '不合格', '不明', '合格'],
      ...['網羅性に関する記載', 'リージョンとその状態', '読み取れなかったもの', '母集団'],
      ...['例外：受容したリスク', '担当者による確認（回答）', 'しきい値とその変更'],
      ...['期間内のスキャン', '本製品の監査ログ', 'この報告書について', '証拠'],
      'Ippo は、公開している一覧にある操作だけを AWS に送ります。',
    ],
  },
  en: {
    language: 'en',
    title: 'Security posture assessment report',
    inOrder: [
      ...['Security posture assessment report', 'Period under audit', 'Approved by'],
      ...[
        'Executive summary',
        'Contents',
        'First steps',
        'Findings',
        'Failed',
        'Unknown',
        'Passed',
      ],
      ...['Statement of completeness', 'Regions and their states', 'What could not be read'],
      ...['Populations', 'Exceptions: accepted risks', 'Attestations: answers of people'],
      ...['Thresholds and their changes', 'Scans of the period', 'Audit trail of this install'],
      ...['About this report', 'It changed no configuration.', 'Evidence'],
    ],
  },
};

/** One PDF as Poppler and qpdf read it. */
export async function readPdf(folder: string, name: string, root: string): Promise<Verdict[]> {
  const file = join(folder, name);
  const want = wanted[/-(\w+)\.pdf$/.exec(name)?.[1] ?? ''];
  if (!want) return [{ name, ok: false, detail: 'its name tells no language' }];
  const say = (command: readonly string[]) => runStep({ name, command }, root);
  const qpdf = await say(['qpdf', '--check', file]);
  const info = await say(['pdfinfo', file]);
  const meta = await say(['pdfinfo', '-meta', file]);
  const fonts = await say(['pdffonts', file]);
  const text = await say(['pdftotext', '-enc', 'UTF-8', file, '-']);
  const catalog = await say(['qpdf', '--json', '--json-key=qpdf', file]);
  const field = (label: string) => new RegExp(`^${label}:\\s+(.*)$`, 'm').exec(info.stdout)?.[1];
  const pages = Number(field('Pages'));
  const checks: readonly [string, boolean, string][] = [
    ['qpdf --check finds nothing', qpdf.ok && /No syntax or stream/.test(qpdf.output), qpdf.output],
    ['it is tagged', field('Tagged') === 'yes', info.stdout],
    ['its title is told', (field('Title') ?? '').startsWith(want.title), info.stdout],
    [
      'its language is told',
      languageOf(catalog.stdout) === want.language,
      languageOf(catalog.stdout),
    ],
    ['it has bookmarks', /"\/Outlines"/.test(catalog.stdout), 'no outline'],
    ['it says that it is PDF/UA-1', /<pdfuaid:part>1</.test(meta.stdout), meta.stdout],
    ['every font is embedded', everyFontEmbedded(fonts.stdout), fonts.stdout],
    ['its pages are counted on each', everyPageCounted(text.stdout, pages), `${pages} pages`],
    [
      'the text is in reading order',
      missing(text.stdout, want) === null,
      String(missing(text.stdout, want)),
    ],
    [
      'no letter is a box or lost',
      !/[\uFFFD\u200B]|[^\P{Cc}\n\r\f]/u.test(text.stdout),
      'it has some',
    ],
  ];
  return checks.map(([what, ok, detail]) => ({
    name: `${name}: ${what}`,
    ok,
    ...(ok ? {} : { detail: detail.slice(0, 2_000) }),
  }));
}

function languageOf(json: string): string {
  return /"\/Lang":\s*"(?:u:)?(\w\w)/.exec(json)?.[1] ?? '';
}

function everyFontEmbedded(listed: string): boolean {
  const rows = listed.split('\n').slice(2).filter(Boolean);
  // Columns from the right: object number and generation, Unicode map, subset, embedded.
  return rows.length > 0 && rows.every((row) => row.trim().split(/\s+/).at(-5) === 'yes');
}

function everyPageCounted(text: string, pages: number): boolean {
  const sheets = text.split('\f').slice(0, pages);
  return (
    pages > 1 &&
    sheets.length === pages &&
    sheets.every((sheet, at) =>
      [`page ${at + 1} of ${pages}`, `${at + 1} / ${pages} ページ`].some((said) =>
        sheet.includes(said),
      ),
    )
  );
}

/** The first words that do not follow the ones before, or null. */
function missing(text: string, { inOrder }: Wanted): string | null {
  let from = 0;
  // A line's end is not part of a sentence.
  const running = text.replace(/\s+/g, '');
  for (const words of inOrder) {
    const bare = words.replace(/\s+/g, '');
    const at = running.indexOf(bare, from);
    if (at < 0) return words;
    from = at + bare.length;
  }
  return null;
}
