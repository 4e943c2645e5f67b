/** One thing that a referee looked at. */
export type Verdict = { name: string; ok: boolean; detail?: string };

/** Prints what failed, and one line per referee. */
export function printVerdicts(referee: string, verdicts: readonly Verdict[]): void {
  for (const { name, ok, detail } of verdicts)
    if (!ok) console.log(`FAIL ${referee}: ${name}${detail ? `\n${detail.trimEnd()}` : ''}`);
  const good = verdicts.filter(({ ok }) => ok).length;
  console.log(`${referee}: ${good} of ${verdicts.length} agree`);
}
