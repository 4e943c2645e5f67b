import type { Assessment } from '@ippo/contracts';
import { noticeOf } from '../document/notice.ts';
import { sampleSize, type SampledCall } from './corroboration.ts';
import { lookUpLine } from './look-up-line.ts';
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
    'It prints the event that has this request id, one line of JSON: its caller (userIdentity), its',
    'time and its errorCode (there is none) have to fit the row. Each row of corroboration.csv has its',
    'own command; an event may take a quarter of an hour to appear. Request id is no attribute that',
    'event history searches by: the command asks for the events of that name within a minute of the',
    'call, and grep picks the one.',
    '',
    'After 90 days event history has them no more. Search what the account keeps itself by the request',
    "id: its trail's S3 bucket with Amazon Athena (column requestid) or CloudTrail Lake (requestID).",
    'Such a trail has to log management events, read-only ones too.',
    '',
    'You may draw a sample of your own: "calls" in evidence.json has every call with its time, Region',
    'and request id, also those that this sample leaves out.',
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
    'このリクエスト ID を持つイベントが 1 行の JSON で表示されます。呼び出し元（userIdentity）と日時が行のとおりで、',
    'errorCode がないことを確認します。コマンドは corroboration.csv の各行にあります。イベントが表示されるまで',
    '15 分ほどかかることがあります。イベント履歴はリクエスト ID で検索できないため、呼び出しの前後 1 分にある同名の',
    'イベントを取得し、grep で選びます。',
    '',
    '90 日を過ぎると、イベント履歴からは消えます。アカウントで保存している証跡をリクエスト ID で検索してください。',
    '証跡の S3 バケットなら Amazon Athena（列 requestid）、または CloudTrail Lake（requestID）を使います。',
    'どちらも、読み取り専用を含む管理イベントを記録している必要があります。',
    '',
    '標本は自分で選ぶこともできます。evidence.json の calls に、この標本に含めないものも含むすべての呼び出しの',
    '日時、リージョン、リクエスト ID があります。',
    '',
    'イベント履歴には、読み取り専用も含む管理イベントがリージョンごとに残ります。AWS が拒否した、または応答',
    'しなかった呼び出しと、イベント名が異なる Amazon S3 の呼び出しは標本に含みません。CloudTrail が記録する',
    'のは「誰が・いつ・何を尋ねたか」で、AWS の応答内容ではありません。標本は呼び出しがあったことを示し、',
    '現在の応答は、自分で再実行すれば確かめられます。',
    '',
  ].join('\n');
}
