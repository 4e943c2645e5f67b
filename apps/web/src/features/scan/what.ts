import { dashed, type Scan } from '@ippo/contracts';
import type { Write } from '../../i18n/text.tsx';

/** What a scan looks at, in words. */
export function whatOf(scan: Scan, t: Write): string {
  const kind = t(scan.target === 'demo' ? 'scan.demo' : 'scan.aws');
  return scan.account === null ? kind : `${kind} ${dashed(scan.account)}`;
}
