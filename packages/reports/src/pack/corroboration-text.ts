import type { Assessment } from '@ippo/contracts';
import { noticeOf } from '../document/notice.ts';
import { sampleSize, type SampledCall } from './corroboration.ts';
import { indent } from './verify-lines.ts';

/** How the sample was drawn, how to look a call up, and what is not in it; in both languages. */
export function corroborationText(
  { source, evidenceDigest }: Assessment,
  sample: readonly SampledCall[],
  drawnFrom: number,
): string {
  const lines = sample.slice(0, 1).map((call) => indent + lookUpLine(call));
  const notices = [noticeOf(source, 'en'), noticeOf(source, 'ja')];
  return [
    'CALLS TO LOOK UP IN CLOUDTRAIL (corroboration.csv)',
    '',
    ...(notices[0] === null ? [] : [`${notices[0]} CloudTrail has none of these calls.`, '']),
    `${sample.length} of ${drawnFrom} calls, drawn by the evidence itself: those come first whose SHA-256 of`,
    `"<evidence digest>:<request id>" is the smallest (at most ${sampleSize}). The digest is`,
    evidenceDigest,
    '',
    'Sign in to the account with a role that may cloudtrail:LookupEvents, by a way that does not go',
    'through Ippo, and look the first call up, in its Region, within 90 days:',
    '',
    ...lines,
    '',
    'One of the events has this requestID; its caller, its time and its errorCode (there is none) fit',
    'the evidence. Do the same with the others. An event may take a quarter of an hour to appear.',
    '',
    'Event history keeps management events, read-only ones too, of one Region. Not in the sample:',
    'calls that AWS refused or did not answer, and calls to Amazon S3, whose events are called',
    'otherwise. CloudTrail records who asked what and when, not what AWS answered: the sample shows',
    'that the calls were made, a run of your own shows what is answered today.',
    '',
    '------------------------------------------------------------------------',
    '',
    'CloudTrail と照合する呼び出し（corroboration.csv）',
    '',
    ...(notices[1] === null
      ? []
      : [`${notices[1]}CloudTrail にこの呼び出しの記録はありません。`, '']),
    `${drawnFrom} 件の呼び出しから、証拠そのものが選んだ ${sample.length} 件です。「<証拠のダイジェスト>:<リクエスト ID>」の`,
    `SHA-256 が小さい順に最大 ${sampleSize} 件を取っています。証拠のダイジェストは次のとおりです。`,
    evidenceDigest,
    '',
    'cloudtrail:LookupEvents を許可されたロールで、Ippo を経由せずにアカウントへサインインし、90 日以内に、',
    '最初の呼び出しをそのリージョンで検索してください。',
    '',
    ...lines,
    '',
    'いずれかのイベントの requestID が一致し、呼び出し元と日時が証拠どおりで errorCode がないことを確認します。',
    'ほかの呼び出しも同様です。イベントが表示されるまで 15 分ほどかかることがあります。',
    '',
    'イベント履歴には、読み取り専用も含む管理イベントがリージョンごとに残ります。AWS が拒否した、または応答',
    'しなかった呼び出しと、イベント名が異なる Amazon S3 の呼び出しは標本に含みません。CloudTrail が記録する',
    'のは「誰が・いつ・何を尋ねたか」で、AWS の応答内容ではありません。標本は呼び出しがあったことを示し、',
    '現在の応答は、自分で再実行すれば確かめられます。',
    '',
  ].join('\n');
}

/** Events of that name within a minute of the call. */
function lookUpLine({ at, region, eventName }: SampledCall): string {
  const [from, to] = [-60_000, 60_000].map((aside) =>
    new Date(Date.parse(at) + aside).toISOString().replace(/\.\d{3}Z$/, 'Z'),
  );
  return (
    `aws cloudtrail lookup-events --region ${region} --start-time ${from} --end-time ${to}` +
    ` --lookup-attributes AttributeKey=EventName,AttributeValue=${eventName}`
  );
}
