/** SQLSTATE: class 08 is a broken connection, 57P0x a server that stops or starts, 53300 one without room. */
const states = /^(?:08...|57P0[1-5]|53300)$/;
/** What the system says of a line that could not be had, or broke. */
const line =
  /^(?:ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ENOENT|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;
/** What the driver says in words only. */
const words =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed)/;

/** Whether a query failed because PostgreSQL could not be reached, or went away meanwhile: it may be asked again. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (words.test(error.message)) return true;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (states.test(code)) return true;
  // Only what came of a socket: a file that is missing is another matter.
  if (line.test(code) && 'syscall' in error && socketCalls.has(String(error.syscall))) return true;
  const inner = error instanceof AggregateError ? error.errors : [];
  return [error.cause, ...inner].some(isDatabaseAway);
}

const socketCalls = new Set(['connect', 'read', 'write', 'getaddrinfo']);
