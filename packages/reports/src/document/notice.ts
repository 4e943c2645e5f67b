import type { Language, Source } from '@ippo/contracts';

/** What a reader must know of data that is not an AWS account's, for every page; null where it is. */
export function noticeOf(source: Source, language: Language): string | null {
  const ja = language === 'ja';
  if (source.kind === 'aws') return null;
  if (source.kind === 'endpoint')
    return ja
      ? `AWS ではなく ${source.url ?? ''} の応答です。`
      : `Answers come from ${source.url ?? ''}, not from AWS.`;
  const world = source.world === undefined ? '' : ja ? `（${source.world}）` : ` (${source.world})`;
  return ja
    ? `デモデータ${world}です。このアカウントは架空のものです。`
    : `Demo data${world}. This account is made up.`;
}
