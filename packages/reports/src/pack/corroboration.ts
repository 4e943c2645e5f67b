import { createHash } from 'node:crypto';
import { GLOBAL, type Assessment, type Call, type Language } from '@ippo/contracts';
import csv from '../formats/csv.ts';
import { numberCalls } from '../document/numbered-calls.ts';
import { noticeOf } from '../document/notice.ts';
import { lookUpLine } from './look-up-line.ts';

/** Enough to look up by hand in an hour. */
export const sampleSize = 20;

/** Where CloudTrail keeps what global services record (its user guide, *About global service events*). */
const homeOfGlobal: Readonly<Record<string, string>> = { aws: 'us-east-1' };
/** Services whose events are called otherwise than their operations, such as GetBucketPublicAccessBlock. */
const otherNames = new Set(['s3', 's3control']);

const columnNames = [
  { id: 'at', en: 'Time (UTC)', ja: '日時（UTC）' },
  { id: 'region', en: 'Region', ja: 'リージョン' },
  { id: 'eventSource', en: 'Event source', ja: 'イベントソース' },
  { id: 'eventName', en: 'Event name', ja: 'イベント名' },
  { id: 'requestId', en: 'Request id', ja: 'リクエスト ID' },
  { id: 'number', en: 'Number in the report', ja: 'レポートの番号' },
  { id: 'account', en: 'Account', ja: 'アカウント' },
  { id: 'caller', en: 'Caller', ja: '呼び出し元' },
  { id: 'command', en: 'Command that looks it up', ja: '検索コマンド' },
] as const;

/** A call to AWS that CloudTrail's event history has too, for 90 days. */
export type SampledCall = {
  at: string;
  /** Region whose event history has it; `global` where we do not know which keeps those. */
  region: string;
  /** `iam.amazonaws.com` */
  eventSource: string;
  eventName: string;
  requestId: string;
};

/** Calls that a sample may be drawn from: answered, with an id, and under their own name in CloudTrail. */
export function samplable(calls: readonly Call[]): Call[] {
  return calls.filter(
    ({ operation, outcome, requestId }) =>
      outcome === 'answered' &&
      requestId !== null &&
      !otherNames.has(operation.split(':')[0] ?? ''),
  );
}

/**
 * Calls that nobody chose: those whose SHA-256 of `<evidence digest>:<request id>` comes first, oldest first.
 * Whoever wants other calls in it needs other evidence, and then it is another sample.
 */
export function sampleOf(calls: readonly Call[], digest: string, partition: string): SampledCall[] {
  const drawn = samplable(calls)
    .map((call) => ({ call, place: sha256(`${digest}:${call.requestId ?? ''}`) }))
    .toSorted((a, b) => (a.place < b.place ? -1 : 1))
    .slice(0, sampleSize);
  return drawn
    .map(({ call }) => sampled(call, partition))
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function sampled({ at, operation, region, requestId }: Call, partition: string): SampledCall {
  const [service = '', eventName = ''] = operation.split(':');
  return {
    ...{ at, eventName, requestId: requestId ?? '' },
    region: region === GLOBAL ? (homeOfGlobal[partition] ?? GLOBAL) : region,
    eventSource: `${service}.amazonaws.com`,
  };
}

/** The sample as CSV, as Ippo writes every CSV: each row with its account, its caller and the line that looks it up. */
export async function corroborationCsv(
  sample: readonly SampledCall[],
  assessment: Assessment,
  language: Language,
): Promise<string> {
  const { source, account, caller, made } = assessment;
  const cited = new Map(
    numberCalls(assessment).all.map(({ requestId }, index) => [requestId, `E${index + 1}`]),
  );
  const head = {
    ...{ id: 'corroboration', title: 'corroboration', language, source },
    ...{ notice: noticeOf(source, language), accounts: [account], filter: {} },
    ...{ madeAt: made.at, madeBy: made.by, version: made.version },
  };
  const rows = sample.map((call) => ({
    ...{ ...call, account, caller },
    ...{ number: cited.get(call.requestId) ?? null, command: lookUpLine(call) },
  }));
  const columns = columnNames.map(({ id, [language]: heading }) => ({ id, heading }));
  let text = '';
  for await (const part of csv.renderTable({ head, columns, rows: each(rows) })) text += part;
  return text;
}

async function* each<Row>(rows: readonly Row[]) {
  yield* rows;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
