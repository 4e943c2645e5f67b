import backUp from './storage/back-up.ts';
import hold from './storage/hold.ts';
import read from './storage/read.ts';
import release from './storage/release.ts';
import setRetention from './storage/set-retention.ts';

/** The endpoints of what this install keeps. */
export const storageRoutes = { read, setRetention, hold, release, backUp };
