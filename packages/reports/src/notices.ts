import type { Assessment, Language } from '@ippo/contracts';
import { noticeOf } from './document/notice.ts';

/** What a reader must know before anything else of a report: its source, and that it is redacted. */
export function reportNotices({ source, redacted }: Assessment, language: Language): string[] {
  const notice = noticeOf(source, language);
  const masked =
    language === 'ja'
      ? '名前と ID をマスクしています。証拠が含まれないため、この報告書から再計算はできません。'
      : 'Names and ids are masked. It comes without evidence and cannot be recomputed.';
  return [...(notice === null ? [] : [notice]), ...(redacted ? [masked] : [])];
}
