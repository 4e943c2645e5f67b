import type { Language } from '@ippo/contracts';

/** A text as a table's cell. */
export function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map((row) => line(row))].join('\n');
}

export function fenced(kind: string, text: string): string {
  return ['```' + kind, text.trim(), '```'].join('\n');
}

/** A part that opens on demand; Markdown inside needs the empty lines. */
export function folded(summary: string, body: string): string {
  return `<details>\n<summary>${summary}</summary>\n\n${body}\n\n</details>`;
}

/** What stands between a name and its value. */
export function colon(language: Language): string {
  return language === 'ja' ? '：' : ': ';
}
