import { defineReportFormat } from '../define-report-format.ts';
import { documentOf } from '../document/document-of.ts';
import { blockLines, factLines, tableLines } from '../markdown/blocks.ts';
import { plain } from '../markdown/escape.ts';
import { reportNotices } from '../notices.ts';

export default defineReportFormat({
  id: 'markdown',
  label: { en: 'Markdown', ja: 'Markdown' },
  purpose: {
    en: 'The report as text, for a repository or a ticket.',
    ja: 'リポジトリやチケットに載せるテキスト形式の報告書。',
  },
  extension: 'md',
  mediaType: 'text/markdown; charset=utf-8',
  async *renderReport(assessment, context) {
    const { title, subtitle, account, cover, summary, contents, chapters, words, foot } =
      documentOf(assessment, context);
    yield `# ${plain(title)}\n\n`;
    for (const notice of reportNotices(assessment, context.language))
      yield `> **${plain(notice)}**\n\n`;
    yield `${plain(subtitle)}\n\n**${plain(account)}**\n\n`;
    yield* factLines(cover.facts);
    yield `${plain(cover.note)}\n\n`;
    yield* factLines(
      cover.fields.map(({ label, value }) => ({ label, cell: value || words.byHand })),
    );
    yield `## ${plain(summary.title)}\n\n`;
    yield* factLines(
      summary.figures.map(({ label, value, note }) => ({
        label,
        cell: note === '' ? value : `${value}\n${note}`,
      })),
    );
    for (const sentence of summary.sentences) yield `${plain(sentence)}\n\n`;
    const parts = summary.sum.parts.map(({ text }) => plain(text)).join(' + ');
    yield `**${plain(summary.sum.whole)}** = ${parts}\n\n`;
    yield `**${plain(summary.steps.caption)}**\n\n`;
    yield* factLines(summary.steps.items.map(({ name, word }) => ({ label: name, cell: word })));
    yield* factLines(summary.facts);
    if (summary.worst) yield* tableLines(summary.worst.columns, summary.worst.rows);
    if (summary.worstNote !== '') yield `${plain(summary.worstNote)}\n\n`;
    yield `## ${plain(contents)}\n\n`;
    for (const { id, number, title: name } of chapters)
      yield `${number}. [${plain(name)}](#${id})\n`;
    for (const { id, number, title: name, blocks } of chapters) {
      yield `\n<a id="${id}"></a>\n\n## ${number}. ${plain(name)}\n\n`;
      for (const block of blocks) yield* blockLines(block, words);
    }
    yield `---\n\n${plain(foot)}\n`;
  },
});
