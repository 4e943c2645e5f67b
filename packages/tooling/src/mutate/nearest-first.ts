import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The registry reaches every check from every test: through it a test is near to nothing. */
const registry = /\/checks\.gen\.ts$/;
const imported = /from '(\.[^']+)'/g;

/**
 * Runs the tests nearest to the mutated file first, by steps of import that do not pass the registry. A check's
 * test is run for what the check itself imports only, not for the engine or another check: it would look away.
 */
export class NearestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const [mutated, ...others] = this.ctx.config.related ?? [];
    // The first run, without a mutant, is about all of them.
    if (mutated === undefined || others.length > 0) return super.sort(files);
    const ofChecks = /\/(?:catalog|aws)\//.test(mutated);
    const steps = new Map(files.map((file) => [file, stepsTo(mutated, file.moduleId)]));
    const stepsOf = (file: TestSpecification) => steps.get(file) ?? Number.POSITIVE_INFINITY;
    return files
      .filter(
        (file) =>
          !file.moduleId.includes('/catalog/') || (ofChecks && Number.isFinite(stepsOf(file))),
      )
      .sort((a, b) => (stepsOf(a) < stepsOf(b) ? -1 : 1));
  }
}

function stepsTo(target: string, from: string): number {
  const seen = new Set([from]);
  let frontier = [from];
  for (let steps = 0; frontier.length > 0; steps += 1) {
    if (frontier.includes(target)) return steps;
    const next = new Set(frontier.filter((file) => !registry.test(file)).flatMap(importsOf));
    frontier = [...next].filter((file) => !seen.has(file));
    for (const file of frontier) seen.add(file);
  }
  return Number.POSITIVE_INFINITY;
}

const known = new Map<string, string[]>();

function importsOf(file: string): string[] {
  const found =
    known.get(file) ??
    [...readFileSync(file, 'utf8').matchAll(imported)].map(([, path = '']) =>
      join(dirname(file), path),
    );
  known.set(file, found);
  return found;
}
