import type {
  Assessment,
  AssessedScan,
  Attestation,
  AuditRow,
  Cover,
  Evidence,
  Exception,
  Instant,
  ScanReport,
} from '@ippo/contracts';

/** All that an assessment is made of, as this install keeps it: read by the API, put in order here. */
export type Gathered = {
  made: Assessment['made'];
  cover: Cover;
  accountName: string | null;
  organization: string | null;
  scan: Omit<Assessment['scan'], 'ended'>;
  period: Assessment['period'];
  scans: readonly AssessedScan[];
  report: ScanReport;
  /** SHA-256 (hex) of the report's canonical JSON. */
  reportDigest: string;
  judgedAt: Instant;
  /** Null where retention took it away. */
  evidence: Evidence | null;
  thresholdChanges: Assessment['thresholds']['changes'];
  /** Of the account, whatever became of them. */
  exceptions: readonly Omit<Exception, 'yours' | 'covers' | 'state'>[];
  attestations: readonly Attestation[];
  auditTrail: readonly AuditRow[];
};
