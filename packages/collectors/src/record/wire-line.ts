import { DomainError, type Source } from '@ippo/contracts';

/** What a recording is of; the first line of its file. */
export type RecordingHead = {
  recording: 'ippo-wire';
  format: 1;
  source: Source;
  startRegion: string;
  /** When it was begun (UTC): a replay takes place then. */
  startedAt: string;
};

/** One request and what became of it. */
export type WireLine = {
  /** `service:Operation`. */
  operation: string;
  /** The region that the request was signed for. */
  region: string;
  /** What the operation was asked with, in its wire names. */
  parameters: Readonly<Record<string, unknown>>;
  at: string;
} & WireOutcome;

export type WireOutcome =
  | {
      status: number;
      headers: Readonly<Record<string, string>>;
      body: string;
      missingBytes?: number;
    }
  /** The network's code, or the name of the error. */
  | { failure: string }
  /** Nothing came before the deadline. */
  | { unanswered: true };

/** A recording as it lies in its file: JSON, one object a line. */
export function readRecording(text: string): { head: RecordingHead; lines: WireLine[] } {
  const [first, ...rest] = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(parsed);
  if (!isHead(first)) throw invalid('its first line is not that of a recording');
  return {
    head: first,
    lines: rest.map((line, at) => {
      if (isWireLine(line)) return line;
      throw invalid(`line ${at + 2} is no answer`);
    }),
  };
}

function parsed(line: string, at: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw invalid(`line ${at + 1} is not JSON`);
  }
}

function invalid(why: string): DomainError {
  return new DomainError('setting-invalid', { setting: '--replay', why });
}

function isHead(value: unknown): value is RecordingHead {
  const { recording, format, source, startRegion, startedAt } = fieldsOf(value);
  return (
    recording === 'ippo-wire' &&
    format === 1 &&
    typeof fieldsOf(source)['kind'] === 'string' &&
    typeof startRegion === 'string' &&
    Number.isFinite(Date.parse(String(startedAt)))
  );
}

function isWireLine(value: unknown): value is WireLine {
  const { operation, region, parameters, status, headers, body, failure, unanswered } =
    fieldsOf(value);
  const answered =
    typeof status === 'number' && typeof headers === 'object' && typeof body === 'string';
  return (
    typeof operation === 'string' &&
    typeof region === 'string' &&
    typeof parameters === 'object' &&
    (answered || typeof failure === 'string' || unanswered === true)
  );
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
