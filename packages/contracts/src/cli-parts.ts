/** Some AWS CLI lines under the comment that says when they apply; `heading` is null for those before any. */
export type CliPart = { heading: string | null; lines: string };

/** Parts of AWS CLI lines: each begins at a comment that ends in a colon. Other comments are notes. */
export function cliParts(lines: string): CliPart[] {
  const parts: CliPart[] = [];
  for (const line of lines.split('\n')) {
    const heading = /^# (.+):$/.exec(line)?.[1] ?? null;
    const last = parts.at(-1);
    if (heading !== null) parts.push({ heading, lines: '' });
    else if (last) last.lines = last.lines === '' ? line : `${last.lines}\n${line}`;
    else parts.push({ heading: null, lines: line });
  }
  return parts;
}
