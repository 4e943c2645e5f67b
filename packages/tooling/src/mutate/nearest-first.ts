import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The registry reaches every check from every test: through it a test is near to nothing. */
const registry = /\/checks\.gen\.ts$/;
const imported = /from '(\.[^']+)'/g;

/**
 * Runs the tests nearest to the mutated file first, by steps of import that do not pass the registry. Another
 * check's test is left out: it reaches the mutant through the registry, but looks at its own verdict only.
 */
export class NearestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const [mutated] = this.ctx.config.related ?? [];
    if (mutated === undefined) return super.sort(files);
    const steps = (file: TestSpecification) => stepsTo(mutated, file.moduleId);
    const looking = files.filter(
      (file) => Number.isFinite(steps(file)) || !file.moduleId.includes('/catalog/'),
    );
    return looking.sort((a, b) => (steps(a) < steps(b) ? -1 : 1));
  }
}

function stepsTo(target: string, from: string): number {
  let frontier = [from];
  const seen = new Set(frontier);
  for (let steps = 0; frontier.length > 0; steps += 1) {
    if (frontier.includes(target)) return steps;
    frontier = frontier.filter((file) => !registry.test(file)).flatMap(importsOf);
    frontier = frontier.filter((file) => !seen.has(file));
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
