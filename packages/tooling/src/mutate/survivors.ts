import { explained, type Change } from './explained.ts';

/** What tells one change from another: file below `packages/checks/src`, line where it begins, code after. */
type Survivor = { file: string; source: string; becomes: string };

/** Why a change may go unnoticed; undefined where nobody has looked yet. */
export function reasonOf(survivor: Survivor): string | undefined {
  const { file } = survivor;
  const found = Object.entries(explained).find(([, byFile]) =>
    byFile[file]?.some((change) => fits(survivor, file, change)),
  );
  return found?.[0];
}

/** Explanations of changes that are noticed by now, or that nobody tries any more. */
export function unneeded(survivors: readonly Survivor[]): { file: string; change: Change }[] {
  const all = Object.values(explained).flatMap((byFile) => Object.entries(byFile));
  return all.flatMap(([file, changes]) =>
    changes
      .filter((change) => !survivors.some((one) => fits(one, file, change)))
      .map((change) => ({ file, change })),
  );
}

function fits(survivor: Survivor, file: string, [line, becomes]: Change): boolean {
  return survivor.file === file && survivor.becomes === becomes && survivor.source.includes(line);
}
