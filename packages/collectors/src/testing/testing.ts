export { arbitraryUnreadable, type Damage } from './arbitrary-damage.ts';
export { fuzzRuns } from './fuzz-runs.ts';
export { fuzzWorlds, now } from './fuzz-worlds.ts';
