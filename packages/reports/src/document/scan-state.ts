import type { AssessedScan } from '@ippo/contracts';
import { scanStatusWords } from './words.ts';
import type { Writing } from './writing.ts';

/** How a scan ended, in words, and that not everything was read where this report knows so. */
export function scanState(scan: AssessedScan, { assessment, language, say }: Writing): string {
  const word = scanStatusWords[scan.status]?.[language] ?? scan.status;
  const assessed = scan.id === assessment.scan.id;
  if (scan.status !== 'complete' || !assessed || assessment.unreadable.length === 0) return word;
  return `${word}${say({ en: ' (some could not be read)', ja: '（一部読み取り不可）' })}`;
}
