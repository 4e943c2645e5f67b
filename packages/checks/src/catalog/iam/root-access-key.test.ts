import {
  liveReport,
  olderReport,
  report,
  rootRow,
  summary,
  summaryWithout,
} from '../../testing/aws-literals.ts';
import { checkCases } from '../../testing/check-cases.ts';
import { evidence, evidenceIn, hoursAgo, refused, secondsAgo } from '../../testing/evidence.ts';
import check from './root-access-key.ts';

const noSummary = refused('iam.account-summary', 'denied');
const noReport = refused('iam.credential-report', 'denied');
const long = '2020-01-01T00:00:00+00:00';
const present = summary({ AccountAccessKeysPresent: 1 });

checkCases(check, {
  passes: {
    'the live summary counts none': { given: evidence(summary(), noReport), reason: 'met' },
    'root has no credential at all, so it has no key': {
      given: evidence(summary({ AccountPasswordPresent: 0 }), noReport),
      reason: 'met',
    },
    'the summary counts none beside a dated inactive key: both are shown': {
      given: evidence(summary(), liveReport({ access_key_1_last_rotated: long })),
      reason: 'sources-differ',
    },
    'the summary counts none beside an active key without a date': {
      given: evidence(summary(), liveReport({ access_key_1_active: 'true' })),
      reason: 'sources-differ',
    },
    'the key was deleted after the report that shows it active': {
      given: evidence(
        summary(),
        olderReport({ access_key_2_active: 'TRUE', access_key_2_last_rotated: long }),
      ),
      reason: 'sources-differ',
    },
    'the summary was refused and a live report shows that no key ever was': {
      given: evidence(noSummary, liveReport()),
      reason: 'met',
    },
    'the summary lacks the count and a live report shows that no key ever was': {
      given: evidence(summaryWithout(['AccountAccessKeysPresent']), liveReport()),
      reason: 'met',
    },
    'the report writes markers in another case': {
      given: evidence(
        noSummary,
        liveReport({
          access_key_1_active: 'FALSE',
          access_key_1_last_rotated: 'n/a',
          access_key_2_active: 'False',
        }),
      ),
      reason: 'met',
    },
    'a report of exactly fifteen minutes may stand in': {
      given: evidence(noSummary, report([rootRow()], secondsAgo(15 * 60))),
      reason: 'met',
    },
  },
  fails: {
    'the live summary counts one and the report is unreadable': {
      given: evidence(present, noReport),
      reason: 'root-key-present',
    },
    'the live summary counts two': {
      given: evidence(summary({ AccountAccessKeysPresent: 2 }), noReport),
      reason: 'root-key-present',
    },
    'the summary counts one and the report shows it active': {
      given: evidence(
        present,
        olderReport({ access_key_1_active: 'true', access_key_1_last_rotated: long }),
      ),
      reason: 'root-key-present',
    },
    'only a deactivated key is left: shown as high': {
      given: evidence(present, olderReport({ access_key_1_last_rotated: long })),
      reason: 'root-key-inactive',
      severity: 'high',
    },
    'two deactivated keys are left': {
      given: evidence(
        summary({ AccountAccessKeysPresent: 2 }),
        liveReport({ access_key_1_last_rotated: long, access_key_2_last_rotated: long }),
      ),
      reason: 'root-key-inactive',
      severity: 'high',
    },
    'one key is deactivated and one is active': {
      given: evidence(
        summary({ AccountAccessKeysPresent: 2 }),
        liveReport({
          access_key_1_last_rotated: long,
          access_key_2_active: 'true',
          access_key_2_last_rotated: long,
        }),
      ),
      reason: 'root-key-present',
    },
    'the key was made after the report, which knows no key: it is not a deactivated one': {
      given: evidence(present, olderReport()),
      reason: 'root-key-present',
    },
    'a report older than a day does not soften the fail': {
      given: evidence(
        present,
        report([rootRow({ access_key_1_last_rotated: long })], hoursAgo(24.001)),
      ),
      reason: 'root-key-present',
    },
    'the summary was refused and a live report shows an active key': {
      given: evidence(
        noSummary,
        liveReport({ access_key_2_active: 'true', access_key_2_last_rotated: long }),
      ),
      reason: 'root-key-present',
    },
    'one active key decides although the other may be deleted': {
      given: evidence(
        noSummary,
        liveReport({ access_key_1_last_rotated: long, access_key_2_active: 'TRUE' }),
      ),
      reason: 'root-key-present',
    },
    'GovCloud root keys exist and matter': {
      given: evidenceIn({ partition: 'aws-us-gov' }, present, noReport),
      reason: 'root-key-present',
    },
    'a member account is judged by its own credentials': {
      given: evidence(present, noReport, refused('organizations.accounts', 'denied')),
      reason: 'root-key-present',
    },
  },
  unknown: {
    'the second of two keys was deactivated or deleted, and the summary was refused': {
      given: evidence(noSummary, liveReport({ access_key_2_last_rotated: long })),
      reason: 'root-key-inactive-or-deleted',
    },
    'a dated key of which the live report does not say whether it is active': {
      given: evidence(
        noSummary,
        liveReport({ access_key_1_active: '?', access_key_1_last_rotated: long }),
      ),
      reason: 'not-read',
    },
    'neither source could be read': {
      given: evidence(noSummary, noReport),
      reason: 'not-read',
      readingReason: 'denied',
    },
    'nothing was read at all': { given: evidence(), reason: 'not-read' },
    'a live report cannot tell a deactivated key from a deleted one': {
      given: evidence(noSummary, liveReport({ access_key_1_last_rotated: long })),
      reason: 'root-key-inactive-or-deleted',
    },
    'the summary was refused and the report is a second too old to stand in': {
      given: evidence(noSummary, report([rootRow()], secondsAgo(15 * 60 + 1))),
      reason: 'not-read',
    },
    'an older report with an active key does not prove that the key is still there': {
      given: evidence(noSummary, olderReport({ access_key_1_active: 'true' })),
      reason: 'not-read',
    },
    'the summary lacks the count and the report is older': {
      given: evidence(summaryWithout(['AccountAccessKeysPresent']), olderReport()),
      reason: 'not-read',
    },
    'the live report has two root rows': {
      given: evidence(noSummary, report([rootRow(), rootRow({ access_key_1_active: 'true' })])),
      reason: 'not-read',
    },
    'the live report has no root row': {
      given: evidence(noSummary, report([])),
      reason: 'not-read',
    },
    'the live report does not say whether the key is active': {
      given: evidence(noSummary, liveReport({ access_key_1_active: 'not_supported' })),
      reason: 'not-read',
    },
    'the live report has an empty date': {
      given: evidence(noSummary, liveReport({ access_key_1_last_rotated: '' })),
      reason: 'not-read',
    },
  },
});
