/** The command line was used in a way that cannot work: exit status 2, the message says why. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
