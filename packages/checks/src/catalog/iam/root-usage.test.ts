import {
  hostileNames,
  liveReport,
  report,
  rootRow,
  summary,
  summaryWithout,
} from '../../testing/aws-literals.ts';
import { checkCases } from '../../testing/check-cases.ts';
import {
  daysAgo,
  evidence,
  evidenceIn,
  hoursAgo,
  refused,
  secondsAgo,
} from '../../testing/evidence.ts';
import check from './root-usage.ts';

const noSummary = refused('iam.account-summary', 'denied');
const day = 24 * 3600;
const gone = summary({ AccountMFAEnabled: 0, AccountPasswordPresent: 0 });
const allNotSupported = {
  password_enabled: 'not_supported',
  password_last_used: 'not_supported',
  access_key_1_last_used_date: 'not_supported',
  access_key_2_last_used_date: 'not_supported',
};

function usedAt(instant: string) {
  return liveReport({ password_last_used: instant });
}

checkCases(check, {
  passes: {
    'no use is recorded': { given: evidence(summary(), liveReport()), reason: 'no-use-recorded' },
    'the last use is a second older than the window': {
      given: evidence(summary(), usedAt(secondsAgo(30 * day + 1))),
      reason: 'root-not-used',
    },
    'root was used before the owner’s shorter window': {
      given: evidence(summary(), usedAt(secondsAgo(7 * day + 1))),
      settings: { rootUsageWindowDays: 7 },
      reason: 'root-not-used',
    },
    'all three dates are old': {
      given: evidence(
        summary(),
        liveReport({
          password_last_used: daysAgo(400),
          access_key_1_last_used_date: daysAgo(31),
          access_key_2_last_used_date: daysAgo(90),
        }),
      ),
      reason: 'root-not-used',
      params: { lastUsedAt: daysAgo(31) },
    },
    'a report of exactly 24 hours still tells': {
      given: evidence(summary(), report([rootRow()], hoursAgo(24))),
      reason: 'no-use-recorded',
    },
    'a report five minutes in the future still tells': {
      given: evidence(summary(), report([rootRow()], secondsAgo(-300))),
      reason: 'no-use-recorded',
    },
    'the summary was refused but the report is live': {
      given: evidence(noSummary, liveReport()),
      reason: 'no-use-recorded',
    },
    'empty cells and markers in another case are no dates': {
      given: evidence(
        summary(),
        liveReport({
          password_last_used: 'NO_INFORMATION',
          access_key_1_last_used_date: '',
          access_key_2_last_used_date: 'n/a',
        }),
      ),
      reason: 'no-use-recorded',
    },
    'AWS writes the offset as +00:00': {
      given: evidence(summary(), usedAt('2026-01-01T00:00:00+00:00')),
      reason: 'root-not-used',
    },
    'blanks around a marker or a date tell nothing': {
      given: evidence(
        summary(),
        liveReport({
          password_last_used: ' no_information ',
          access_key_1_last_used_date: ` ${daysAgo(90)} `,
        }),
      ),
      reason: 'root-not-used',
    },
    'an offset without a colon is one too': {
      given: evidence(summary(), usedAt('2026-01-01T00:00:00+0000')),
      reason: 'root-not-used',
    },
    'one field that is not supported does not speak for the others': {
      given: evidence(summary(), usedAt('not_supported')),
      reason: 'no-use-recorded',
    },
    'users of any name are not root': {
      given: evidence(
        summary(),
        report([
          ...hostileNames.map((user) => rootRow({ user, password_last_used: daysAgo(1) })),
          rootRow(),
        ]),
      ),
      reason: 'no-use-recorded',
    },
  },
  fails: {
    'root signed in yesterday': {
      given: evidence(summary(), usedAt(daysAgo(1))),
      reason: 'root-used',
      params: { lastUsedAt: daysAgo(1), windowDays: 30 },
    },
    'exactly thirty days ago is within the window': {
      given: evidence(summary(), usedAt(secondsAgo(30 * day))),
      reason: 'root-used',
    },
    'a second less than thirty days ago is within the window': {
      given: evidence(summary(), usedAt(secondsAgo(30 * day - 1))),
      reason: 'root-used',
    },
    'an old password date does not hide a key used today': {
      given: evidence(
        summary(),
        liveReport({ password_last_used: daysAgo(400), access_key_2_last_used_date: daysAgo(0.1) }),
      ),
      reason: 'root-used',
      params: { lastUsedAt: daysAgo(0.1) },
    },
    'no_information does not sort above a date': {
      given: evidence(
        summary(),
        liveReport({
          password_last_used: 'no_information',
          access_key_1_last_used_date: daysAgo(1),
        }),
      ),
      reason: 'root-used',
    },
    'a date in the future counts as used today': {
      given: evidence(summary(), usedAt(daysAgo(-2))),
      reason: 'root-used',
    },
    'the credentials were removed after the use': {
      given: evidence(gone, usedAt(daysAgo(3))),
      reason: 'root-used',
    },
    'one date inside the window decides although another cannot be read': {
      given: evidence(
        summary(),
        liveReport({ password_last_used: 'yesterday', access_key_1_last_used_date: daysAgo(2) }),
      ),
      reason: 'root-used',
    },
    'the summary was refused and the report is hours old': {
      given: evidence(
        noSummary,
        report([rootRow({ password_last_used: daysAgo(5) })], hoursAgo(20)),
      ),
      reason: 'root-used',
    },
    'an offset is counted as an instant, not as text': {
      given: evidence(summary(), usedAt('2026-10-17T09:03:00+09:00')),
      reason: 'root-used',
    },
    'a key date in GovCloud is judged': {
      given: evidenceIn(
        { partition: 'aws-us-gov' },
        summary(),
        liveReport({ ...allNotSupported, access_key_1_last_used_date: daysAgo(2) }),
      ),
      reason: 'root-used',
    },
  },
  unknown: {
    'the report could not be read': {
      given: evidence(summary(), refused('iam.credential-report', 'not-ready')),
      reason: 'not-read',
      readingReason: 'not-ready',
    },
    'the report was never asked for': { given: evidence(summary()), reason: 'not-read' },
    'the report is a second older than 24 hours': {
      given: evidence(summary(), report([rootRow()], secondsAgo(day + 1))),
      reason: 'not-read',
      readingReason: 'stale',
    },
    'a stale report that shows a use proves nothing either': {
      given: evidence(
        summary(),
        report([rootRow({ password_last_used: daysAgo(3) })], secondsAgo(day + 1)),
      ),
      reason: 'not-read',
      readingReason: 'stale',
    },
    'the report lies more than five minutes in the future': {
      given: evidence(summary(), report([rootRow()], secondsAgo(-301))),
      reason: 'not-read',
      readingReason: 'malformed',
    },
    'the report has no root row': { given: evidence(summary(), report([])), reason: 'not-read' },
    'the report has two root rows': {
      given: evidence(summary(), report([rootRow(), rootRow()])),
      reason: 'not-read',
      readingReason: 'malformed',
    },
    ...Object.fromEntries(
      [
        'last Tuesday',
        '1',
        '2026-01-01',
        '2026-01-01T00:00:00',
        '+002026-01-01T00:00:00Z',
        '2026-01-01T00:00:00Z, 2026-02-01T00:00:00Z',
        'no_information since 2026',
        'since no_information',
        'not_supported yet',
        'is not_supported',
        ...hostileNames,
      ].map((text) => [
        `${text} is no instant that anybody can parse`,
        { given: evidence(summary(), usedAt(text)), reason: 'date-unreadable' },
      ]),
    ),
    'an unreadable date stays unknown although no credential is left': {
      given: evidence(gone, usedAt('?')),
      reason: 'date-unreadable',
    },
    'an unreadable date beside an old one': {
      given: evidence(
        summary(),
        liveReport({ password_last_used: daysAgo(90), access_key_1_last_used_date: '2026' }),
      ),
      reason: 'date-unreadable',
    },
    'a column is missing from the report': {
      given: evidence(
        summary(),
        report([{ user: '<root_account>', password_last_used: 'no_information' }]),
      ),
      reason: 'not-read',
      readingReason: 'malformed',
    },
    'no use, the summary refused, and the report not live': {
      given: evidence(noSummary, report([rootRow()], secondsAgo(15 * 60 + 1))),
      reason: 'not-read',
      readingReason: 'denied',
    },
    'no use, and the summary lacks the password count beside an older report': {
      given: evidence(summaryWithout(['AccountPasswordPresent']), report([rootRow()], hoursAgo(1))),
      reason: 'not-read',
    },
  },
  notApplicable: {
    'no use in the window and no credential left': {
      given: evidence(gone, liveReport({ password_enabled: 'false' })),
      reason: 'root-has-no-credentials',
    },
    'used long ago and no credential left': {
      given: evidence(gone, report([rootRow({ password_last_used: daysAgo(200) })], hoursAgo(5))),
      reason: 'root-has-no-credentials',
    },
    'a live report alone shows that no credential is left': {
      given: evidence(noSummary, liveReport({ password_enabled: 'false' })),
      reason: 'root-has-no-credentials',
    },
    'GovCloud supports none of the fields': {
      given: evidenceIn({ partition: 'aws-us-gov' }, summary(), liveReport(allNotSupported)),
      reason: 'partition-lacks-it',
    },
  },
});
