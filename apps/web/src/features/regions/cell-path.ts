import type { CheckResult } from '@ippo/contracts';
import { checkPath, findingPath, paths } from '../../app/paths.ts';

/** What a cell opens: its one finding, the list of its findings, or the check where it has none. */
export function cellPath(region: string, check: CheckResult): string {
  const here = check.findings.filter((finding) => finding.region === region);
  const [only, ...more] = here;
  if (!only) return checkPath(check.id);
  if (more.length === 0) return findingPath(only.fingerprint);
  return `${paths.findings}?check=${check.id}&region=${region}`;
}
