import { pino, type DestinationStream, type Logger } from 'pino';
import type { Config } from '../config.ts';

/** What must not stand in a log that others may read; each is found in a finished line of JSON. */
const masks: readonly (readonly [RegExp, string])[] = [
  // A failed query brings its values along, which may be anything that people typed.
  [/\\nparams: (?:(?!\\n {4}at )(?:[^"\\]|\\.))*/g, String.raw`\nparams: …`],
  [/"(detail|where)":"(?:[^"\\]|\\.)*"/g, '"$1":"…"'],
  [/\barn:aws[\w-]*:[^\s"'\\,)]*/g, 'arn:…'],
  [/\b(?:AKIA|ASIA|AROA|AIDA)[A-Z0-9]{8,}/g, 'key:…'],
  [/[^\s"'\\<>()[\]=,:/]+@[\w-]+(?:\.[\w-]+)+/g, '…@…'],
  [/(?<![\d.])\d{12}(?![\d.])/g, '…'],
  [/[\w-]{43,}/g, '…'],
];

/** Takes account ids, ARNs, e-mail addresses, keys, tokens and values of queries out of a line. */
export function masked(line: string): string {
  return masks.reduce((text, [pattern, mark]) => text.replaceAll(pattern, mark), line);
}

/** The process's log, JSON lines on stdout; only `debug` and `trace` show what an account is called. */
export function openLog(
  level: Config['logLevel'],
  out: DestinationStream = process.stdout,
): Logger {
  const plain = level === 'debug' || level === 'trace';
  return pino({ level }, plain ? out : { write: (line) => out.write(masked(line)) });
}
