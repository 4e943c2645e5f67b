export { arbitraryUnreadable, type Damage } from './arbitrary-damage.ts';
export { fuzzRuns } from './fuzz-runs.ts';
export { now } from './fuzz-parts.ts';
export { fuzzWorlds } from './fuzz-worlds.ts';
