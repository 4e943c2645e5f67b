import { catalogueDigest } from './catalogue-digest.ts';
import { derivedFiles, misnamedUnits } from './derived.ts';
import { settle, type Generated } from './generated.ts';
import { registries, registryText, unitsOf } from './registries.ts';

/** Writes, or with `check` compares, every generated file of the repository at `root`. */
export async function generate(root: string, check: boolean) {
  const lists = registries
    .map((registry) => ({ registry, units: unitsOf(root, registry) }))
    .filter(({ units }) => units.length > 0)
    .map(({ registry, units }) => ({ file: registry.file, text: registryText(registry, units) }));
  const first = settle(root, [...lists, ...catalogueDigest(root)], check);
  const problems: string[] = [];
  const derived = await attempt(() => loadDerived(root, problems), problems);
  const second = settle(root, derived ?? [], check);
  return {
    stale: [...first.stale, ...second.stale],
    written: [...first.written, ...second.written],
    problems,
  };
}

async function loadDerived(root: string, problems: string[]): Promise<Generated[]> {
  for (const registry of registries) problems.push(...(await misnamedUnits(root, registry)));
  return derivedFiles(root);
}

/** A source that does not load must not hide which registries are stale. */
async function attempt<T>(work: () => Promise<T>, problems: string[]): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    problems.push(`what is generated from the sources could not be made: ${String(error)}`);
    return null;
  }
}
