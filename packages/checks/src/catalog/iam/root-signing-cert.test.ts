import {
  liveReport,
  olderReport,
  report,
  rootRow,
  summary,
  summaryWithout,
} from '../../testing/aws-literals.ts';
import { checkCases } from '../../testing/check-cases.ts';
import { evidence, evidenceIn, NOW, refused, secondsAgo } from '../../testing/evidence.ts';
import { staysHonest } from '../../testing/refused-readings.ts';
import check from './root-signing-cert.ts';

const present = summary({ AccountSigningCertificatesPresent: 1 });
const noSummary = refused('iam.account-summary', 'denied');
const noCount = summaryWithout(['AccountSigningCertificatesPresent']);
const noReport = refused('iam.credential-report', 'not-ready');

checkCases(check, {
  passes: {
    'the live summary counts none': { given: evidence(summary(), noReport), reason: 'met' },
    'the time of the report is kept beside the outcome': {
      given: evidence(summary(), report([rootRow()], NOW)),
      reason: 'met',
      params: { generatedAt: NOW },
    },
    'it was just removed: an older report still shows it': {
      given: evidence(summary(), olderReport({ cert_1_active: 'true' })),
      reason: 'sources-differ',
    },
    'the older report shows the second one only': {
      given: evidence(summary(), olderReport({ cert_2_active: 'TRUE' })),
      reason: 'sources-differ',
    },
    'a report of two days ago is not compared': {
      given: evidence(summary(), report([rootRow({ cert_1_active: 'true' })], secondsAgo(172_800))),
      reason: 'met',
    },
    'the summary was refused and a live report shows two false': {
      given: evidence(noSummary, liveReport()),
      reason: 'met',
    },
    'the report writes FALSE in capitals': {
      given: evidence(noSummary, liveReport({ cert_1_active: 'FALSE', cert_2_active: 'False' })),
      reason: 'met',
    },
    'the summary lacks the count and a live report shows two false': {
      given: evidence(noCount, liveReport()),
      reason: 'met',
    },
    'a report of exactly fifteen minutes is live': {
      given: evidence(noSummary, report([rootRow()], secondsAgo(900))),
      reason: 'met',
    },
    'a report exactly five minutes in the future is live': {
      given: evidence(noSummary, report([rootRow()], secondsAgo(-300))),
      reason: 'met',
    },
    'GovCloud is judged like any partition': {
      given: evidenceIn({ partition: 'aws-us-gov' }, summary(), noReport),
      reason: 'met',
    },
  },
  fails: {
    'the live summary counts one': {
      given: evidence(present, noReport),
      reason: 'root-certificate-present',
    },
    'the live summary counts two': {
      given: evidence(summary({ AccountSigningCertificatesPresent: 2 }), noReport),
      reason: 'root-certificate-present',
    },
    'it was just uploaded: the report does not show it yet': {
      given: evidence(present, olderReport()),
      reason: 'root-certificate-present',
    },
    'the summary was refused and a live report shows the first': {
      given: evidence(noSummary, liveReport({ cert_1_active: 'true' })),
      reason: 'root-certificate-present',
    },
    'the summary was refused and a live report shows the second, in capitals': {
      given: evidence(noSummary, liveReport({ cert_2_active: 'TRUE' })),
      reason: 'root-certificate-present',
    },
    'one is active, and what the other is cannot be read': {
      given: evidence(noSummary, liveReport({ cert_1_active: '', cert_2_active: 'true' })),
      reason: 'root-certificate-present',
    },
    'root has nothing but the certificate': {
      given: evidence(
        summary({ AccountSigningCertificatesPresent: 1, AccountPasswordPresent: 0 }),
        noReport,
      ),
      reason: 'root-certificate-present',
    },
  },
  unknown: {
    'nothing was read at all': { given: evidence(), reason: 'not-read' },
    'neither source could be read': {
      given: evidence(noSummary, noReport),
      reason: 'not-read',
      readingReason: 'denied',
    },
    'the summary lacks the count and there is no report': {
      given: evidence(noCount, noReport),
      reason: 'not-read',
      readingReason: 'malformed',
    },
    'an older report may not stand in, whatever it says': {
      given: evidence(noSummary, olderReport({ cert_1_active: 'true' })),
      reason: 'not-read',
    },
    'the report is a second too old to stand in': {
      given: evidence(noSummary, report([rootRow()], secondsAgo(901))),
      reason: 'not-read',
    },
    'the report lies more than five minutes in the future': {
      given: evidence(noSummary, report([rootRow()], secondsAgo(-301))),
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
      given: evidence(noSummary, report([rootRow()], NOW, ['<root_account>'])),
      reason: 'not-read',
    },
    'one is inactive, and the other a marker': {
      given: evidence(noSummary, liveReport({ cert_2_active: 'N/A' })),
      reason: 'not-read',
    },
    'only another user has a row': {
      given: evidence(noSummary, report([rootRow({ user: 'root', cert_1_active: 'true' })])),
      reason: 'not-read',
    },
  },
});

staysHonest(check, {
  'no certificate': evidence(summary(), liveReport()),
  'a certificate': evidence(present, liveReport({ cert_1_active: 'true' })),
  'no certificate beside an older report': evidence(
    summary(),
    olderReport({ cert_1_active: 'true' }),
  ),
  'only a live report': evidence(noSummary, liveReport()),
});
