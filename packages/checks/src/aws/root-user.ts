import type { CredentialRow, EvidenceValue, SentenceParams } from '@ippo/contracts';
import type { EvidenceView, Sighted } from '../evidence-view.ts';
import { ageAt, DAY, MINUTE } from './age.ts';

/** Yes, no, or not told. */
export type Told = boolean | null;

/** What is known of root's credentials, and the readings that tell. */
export type RootUser = {
  summary: Sighted<EvidenceValue<'iam.account-summary'>>;
  report: Sighted<EvidenceValue<'iam.credential-report'>>;
  /** The one root row of a report of at most 24 hours. */
  row: CredentialRow | null;
  /** The same row where the report was made for this scan, so that it may stand in (checks.md 0.4-8). */
  liveRow: CredentialRow | null;
  mfa: Told;
  password: Told;
  keys: Told;
  certificates: Told;
};

type RootEvidence = EvidenceView<'iam.account-summary' | 'iam.credential-report'>;

/** Reads root's credentials: the live summary decides, a live report may stand in where it is silent. */
export function rootUser(evidence: RootEvidence): RootUser {
  const summary = evidence.global('iam.account-summary');
  const report = evidence.global('iam.credential-report');
  const row = report.readable && timeFault(report) === null ? rootRow(report.value) : null;
  const liveRow = report.readable && isLive(report) ? row : null;
  const counts = summary.readable ? summary.value : {};
  return {
    summary,
    report,
    row,
    liveRow,
    mfa: some(counts.AccountMFAEnabled) ?? flag(liveRow?.mfa_active),
    password: some(counts.AccountPasswordPresent) ?? passwordOf(liveRow),
    keys:
      some(counts.AccountAccessKeysPresent) ??
      either(
        keyPresent(liveRow?.access_key_1_active, liveRow?.access_key_1_last_rotated),
        keyPresent(liveRow?.access_key_2_active, liveRow?.access_key_2_last_rotated),
      ),
    certificates:
      some(counts.AccountSigningCertificatesPresent) ??
      either(flag(liveRow?.cert_1_active), flag(liveRow?.cert_2_active)),
  };
}

/** When the report that was read was made: stored with every outcome that it may have told (checks.md 0.1-6). */
export function reportTime({ report }: Pick<RootUser, 'report'>): SentenceParams {
  return report.readable ? { generatedAt: report.value.GeneratedTime } : {};
}

/** Why a report's own time forbids using it: over 24 hours old, or over 5 minutes ahead (checks.md 0.4-3, 0.11). */
export function timeFault(report: DatedReport): 'stale' | 'malformed' | null {
  const age = ageAt(report.at, report.value.GeneratedTime);
  if (age > DAY) return 'stale';
  return age >= -5 * MINUTE ? null : 'malformed';
}

/** The report; one whose own time forbids using it counts as refused. */
export function usableReport(report: RootUser['report']): RootUser['report'] {
  const fault = report.readable ? timeFault(report) : null;
  return fault === null ? report : { ...report, readable: false, reason: fault };
}

/** The report as a stand-in for a live answer; one that is too old for that counts as refused (checks.md 0.4-8). */
export function standIn(report: RootUser['report']): RootUser['report'] {
  const usable = usableReport(report);
  if (!usable.readable || isLive(usable)) return usable;
  return { ...usable, readable: false, reason: 'stale' };
}

/** Whether root has any credential; null where that is not told. */
export function hasCredentials(root: RootUser): Told {
  return either(either(root.password, root.keys), root.certificates);
}

/** A boolean of the report, in any case; markers such as `N/A` tell nothing. */
export function flag(cell: string | undefined): Told {
  const value = cell?.toLowerCase();
  return value === 'true' ? true : value === 'false' ? false : null;
}

/** Whether a key of root exists: a deactivated key keeps its date, a key that never was has none. */
function keyPresent(activeCell: string | undefined, rotated: string | undefined): Told {
  const active = flag(activeCell);
  if (active !== false) return active;
  return rotated?.toUpperCase() === 'N/A' ? false : null;
}

type DatedReport = { at: string; value: { GeneratedTime: string } };

/** A report made for this scan: at most 15 minutes old when read, 5 minutes of clock skew allowed. */
export function isLive(report: DatedReport): boolean {
  const age = ageAt(report.at, report.value.GeneratedTime);
  return age <= 15 * MINUTE && age >= -5 * MINUTE;
}

/** Two rows, or none, say nothing about root (checks.md 0.4-6). */
function rootRow(report: EvidenceValue<'iam.credential-report'>): CredentialRow | null {
  const rows = report.rows.filter((row) => row.user === '<root_account>');
  const misshapen = report.misshapen.includes('<root_account>');
  return rows.length === 1 && !misshapen ? (rows[0] ?? null) : null;
}

/** The legacy `not_supported` counts as a password (mistakes.md 4). */
function passwordOf(row: CredentialRow | null): Told {
  const cell = row?.password_enabled?.toLowerCase();
  if (cell === undefined || cell === '') return null;
  return cell !== 'false';
}

function some(count: number | undefined): Told {
  return count === undefined ? null : count >= 1;
}

function either(a: Told, b: Told): Told {
  if (a === true || b === true) return true;
  return a === false && b === false ? false : null;
}
