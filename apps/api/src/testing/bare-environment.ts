import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * For programs that a test starts: no setting of this machine. What Node made of our sources at one start
 * is kept for the next, which takes a third off it.
 */
export const bareEnvironment = {
  PATH: process.env['PATH'] ?? '',
  NODE_COMPILE_CACHE: path.join(tmpdir(), 'ippo-compile-cache'),
};
