import { catalogue } from '@ippo/checks';

/**
 * The catalogue's own AWS CLI lines for a check: for each fragment the next line that holds it, with
 * the marks filled in. Throws where a line is gone or a mark has no value.
 */
export function fixLines(
  check: string,
  fragments: readonly string[],
  values: Readonly<Record<string, string>>,
): string[] {
  let rest = cliLines(check);
  return fragments.map((fragment) => {
    const at = rest.findIndex((line) => line.includes(fragment));
    const line = rest[at];
    if (line === undefined) throw new Error(`${check} has no further line with "${fragment}"`);
    rest = rest.slice(at + 1);
    return line.replaceAll(/<([a-z][a-z-]*)>/g, (_mark, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`nothing to fill <${name}> of ${check} with`);
      return value;
    });
  });
}

/** A check's AWS CLI lines without the comments; none where AWS offers no command. */
function cliLines(check: string): string[] {
  const cli = catalogue.checks.find(({ id }) => id === check)?.remediation.cli;
  if (!cli || !('lines' in cli)) return [];
  return cli.lines.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
}
