import {
  liveReport,
  olderReport,
  report,
  rootRow,
  summary,
  summaryWithout,
} from '../../testing/aws-literals.ts';
import { checkCases } from '../../testing/check-cases.ts';
import {
  ACCOUNT,
  answered,
  evidence,
  evidenceIn,
  hoursAgo,
  refused,
  secondsAgo,
} from '../../testing/evidence.ts';
import check from './root-mfa.ts';

const noSummary = refused('iam.account-summary', 'denied');
const noReport = refused('iam.credential-report', 'not-ready');
const nothingLeft = {
  AccountMFAEnabled: 0,
  AccountPasswordPresent: 0,
  AccountAccessKeysPresent: 0,
  AccountSigningCertificatesPresent: 0,
};
const emptyRow = { mfa_active: 'false', password_enabled: 'false' };

const { password_enabled: _column, ...withoutPassword } = rootRow({ mfa_active: 'false' });

checkCases(check, {
  passes: {
    'the live summary counts a device': { given: evidence(summary(), noReport), reason: 'met' },
    'eight devices are as good as one': {
      given: evidence(summary({ AccountMFAEnabled: 8 }), noReport),
      reason: 'met',
    },
    'MFA was just enabled: the summary says so, the report does not yet': {
      given: evidence(summary(), olderReport({ mfa_active: 'false' })),
      reason: 'sources-differ',
    },
    'MFA is on although no credential is left': {
      given: evidence(summary({ ...nothingLeft, AccountMFAEnabled: 1 }), noReport),
      reason: 'met',
    },
    'the summary was refused and a live report says true': {
      given: evidence(noSummary, liveReport()),
      reason: 'met',
    },
    'the report writes TRUE in capitals': {
      given: evidence(noSummary, liveReport({ mfa_active: 'TRUE' })),
      reason: 'met',
    },
    'the summary lacks the count and a live report says true': {
      given: evidence(summaryWithout(['AccountMFAEnabled']), liveReport()),
      reason: 'met',
    },
    'a report of exactly fifteen minutes is live': {
      given: evidence(noSummary, report([rootRow()], secondsAgo(15 * 60))),
      reason: 'met',
    },
    'a report five minutes in the future is live: clocks differ': {
      given: evidence(noSummary, report([rootRow()], secondsAgo(-5 * 60))),
      reason: 'met',
    },
    'China is judged like any partition': {
      given: evidenceIn({ partition: 'aws-cn' }, summary(), noReport),
      reason: 'met',
    },
  },
  fails: {
    'root has a password and no device': {
      given: evidence(summary({ AccountMFAEnabled: 0 }), noReport),
      reason: 'root-mfa-off',
    },
    'root has only an access key': {
      given: evidence(summary({ ...nothingLeft, AccountAccessKeysPresent: 1 }), noReport),
      reason: 'root-mfa-off',
    },
    'root has only a signing certificate': {
      given: evidence(summary({ ...nothingLeft, AccountSigningCertificatesPresent: 1 }), noReport),
      reason: 'root-mfa-off',
    },
    'MFA was just removed: the summary says 0, the report still says true': {
      given: evidence(summary({ AccountMFAEnabled: 0 }), olderReport({ mfa_active: 'true' })),
      reason: 'root-mfa-off',
    },
    'a live report that still says true does not overrule the summary': {
      given: evidence(summary({ AccountMFAEnabled: 0 }), liveReport()),
      reason: 'root-mfa-off',
    },
    'the summary was refused and a live report says false with a password': {
      given: evidence(noSummary, liveReport({ mfa_active: 'false' })),
      reason: 'root-mfa-off',
    },
    'the legacy not_supported counts as a password': {
      given: evidence(
        summaryWithout(['AccountPasswordPresent'], { AccountMFAEnabled: 0 }),
        liveReport({ mfa_active: 'false', password_enabled: 'not_supported' }),
      ),
      reason: 'root-mfa-off',
    },
    'the password count is missing and a live report says FALSE MFA, TRUE password': {
      given: evidence(
        summaryWithout(['AccountPasswordPresent'], { AccountMFAEnabled: 0 }),
        liveReport({ mfa_active: 'FALSE', password_enabled: 'TRUE' }),
      ),
      reason: 'root-mfa-off',
    },
    'the password count is missing but a key is counted: the report is not needed': {
      given: evidence(
        summaryWithout(['AccountPasswordPresent'], {
          AccountMFAEnabled: 0,
          AccountAccessKeysPresent: 1,
        }),
        noReport,
      ),
      reason: 'root-mfa-off',
    },
    'a live report shows an active key and no password': {
      given: evidence(noSummary, liveReport({ ...emptyRow, access_key_2_active: 'true' })),
      reason: 'root-mfa-off',
    },
    'a live report shows an active certificate and no password': {
      given: evidence(noSummary, liveReport({ ...emptyRow, cert_2_active: 'true' })),
      reason: 'root-mfa-off',
    },
  },
  unknown: {
    'the live report’s cell for the password is empty, and the summary was refused': {
      given: evidence(noSummary, liveReport({ mfa_active: 'false', password_enabled: '' })),
      reason: 'not-read',
      readingReason: 'denied',
    },
    'the live report has no column for the password, and the summary was refused': {
      given: evidence(noSummary, report([withoutPassword])),
      reason: 'not-read',
      readingReason: 'denied',
    },
    'neither the summary nor the report could be read': {
      given: evidence(noSummary, noReport),
      reason: 'not-read',
      readingReason: 'denied',
    },
    'nothing was read at all': { given: evidence(), reason: 'not-read' },
    'the partition could not be read, so MFA may be a thing that it lacks': {
      given: evidence(refused('sts.caller-identity', 'network'), summary(), noReport),
      reason: 'not-read',
      readingReason: 'network',
    },
    'the report is a second too old to stand in': {
      given: evidence(noSummary, report([rootRow()], secondsAgo(15 * 60 + 1))),
      reason: 'not-read',
    },
    'the report lies more than five minutes in the future': {
      given: evidence(noSummary, report([rootRow()], secondsAgo(-5 * 60 - 1))),
      reason: 'not-read',
    },
    'the live report has no root row': {
      given: evidence(noSummary, report([])),
      reason: 'not-read',
    },
    'the live report has two root rows': {
      given: evidence(noSummary, report([rootRow(), rootRow()])),
      reason: 'not-read',
    },
    'the root row had another number of fields': {
      given: evidence(noSummary, report([rootRow()], secondsAgo(60), ['<root_account>'])),
      reason: 'not-read',
    },
    'a user whose name only looks like root is not root': {
      given: evidence(noSummary, report([rootRow({ user: '<root_account>,x' })])),
      reason: 'not-read',
    },
    'the live report holds a marker instead of true or false': {
      given: evidence(noSummary, liveReport({ mfa_active: 'not_supported' })),
      reason: 'not-read',
    },
    'the password count is missing, no other credential, and the report is unreadable': {
      given: evidence(
        summaryWithout(['AccountPasswordPresent'], { AccountMFAEnabled: 0 }),
        noReport,
      ),
      reason: 'not-read',
      readingReason: 'not-ready',
    },
    'the password count is missing and the report is older': {
      given: evidence(
        summaryWithout(['AccountPasswordPresent'], { AccountMFAEnabled: 0 }),
        olderReport({ mfa_active: 'false' }),
      ),
      reason: 'not-read',
      readingReason: 'stale',
    },
    'the password count is missing and the live report has no root row': {
      given: evidence(
        summaryWithout(['AccountPasswordPresent'], { AccountMFAEnabled: 0 }),
        report([]),
      ),
      reason: 'not-read',
      readingReason: 'malformed',
    },
    'no password, and an inactive key that shows a date may still exist': {
      given: evidence(
        noSummary,
        liveReport({ ...emptyRow, access_key_1_last_rotated: '2020-01-01T00:00:00+00:00' }),
      ),
      reason: 'not-read',
    },
    'the live report lacks the certificate columns': {
      given: evidence(
        noSummary,
        answered('iam.credential-report', {
          GeneratedTime: secondsAgo(60),
          rows: [{ user: '<root_account>', ...emptyRow, access_key_1_active: 'false' }],
          misshapen: [],
        }),
      ),
      reason: 'not-read',
    },
  },
  notApplicable: {
    'root has no credential': {
      given: evidence(summary(nothingLeft), noReport),
      reason: 'root-has-no-credentials',
    },
    'root of a member account has no credential': {
      given: evidence(
        answered('organizations.organization', { Id: 'o-1', MasterAccountId: '999988887777' }),
        summary(nothingLeft),
        noReport,
      ),
      reason: 'root-has-no-credentials',
    },
    'the summary was refused and a live report shows no credential': {
      given: evidence(noSummary, liveReport(emptyRow)),
      reason: 'root-has-no-credentials',
    },
    'the summary lacks the password count and a live report shows none': {
      given: evidence(
        summaryWithout(['AccountPasswordPresent'], { AccountMFAEnabled: 0 }),
        liveReport(emptyRow),
      ),
      reason: 'root-has-no-credentials',
    },
    'GovCloud root has no console sign-in': {
      given: evidenceIn(
        { partition: 'aws-us-gov' },
        summary({ AccountMFAEnabled: 0 }),
        report([rootRow({ password_enabled: 'not_supported' })], hoursAgo(2)),
      ),
      reason: 'partition-lacks-it',
    },
    'GovCloud is told by the caller’s ARN': {
      given: evidence(
        answered('sts.caller-identity', {
          Account: ACCOUNT,
          Arn: `arn:aws-us-gov:iam::${ACCOUNT}:user/audit`,
        }),
        noSummary,
      ),
      reason: 'partition-lacks-it',
    },
  },
});
