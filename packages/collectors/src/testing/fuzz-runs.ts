import { env } from 'node:process';

/** How often a property is tried, with another seed each time; `pnpm fuzz` says how often, and with which seed. */
export function fuzzRuns(usual: number): { numRuns: number; seed?: number } {
  const seed = Number(env.IPPO_TEST_SEED);
  return {
    numRuns: Number(env.IPPO_TEST_RUNS ?? usual),
    ...(Number.isInteger(seed) && { seed }),
  };
}
