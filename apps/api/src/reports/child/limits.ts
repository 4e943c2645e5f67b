/** What a child that makes a report may take. */
export const childLimits = {
  /** From its start to its last byte. */
  seconds: 120,
  /** Resident memory of the whole process. */
  mostBytes: 700 * 2 ** 20,
  /** Of JavaScript's heap alone, so that garbage is collected before the process is ended. */
  heapMegabytes: 480,
};

/** Ends a child whose memory grew too large; nothing else sends it. */
export const tooLargeSignal = 'SIGUSR2';
