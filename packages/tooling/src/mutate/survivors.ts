/** A change that no test notices, as the page prints it: file below `packages/checks/src`, code before and after. */
type Change = readonly [file: string, was: string, becomes: string];

/** Changes that were looked at one by one, by what makes them unnoticeable. */
const explained: Readonly<Record<string, readonly Change[]>> = {};

/** Why a change may go unnoticed; undefined where nobody has looked yet. */
export function reasonOf(mutant: { file: string; was: string; becomes: string }) {
  const found = Object.entries(explained).find(([, changes]) =>
    changes.some(
      ([file, was, becomes]) =>
        file === mutant.file && was === mutant.was && becomes === mutant.becomes,
    ),
  );
  return found?.[0];
}
