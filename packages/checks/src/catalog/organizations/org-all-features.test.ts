import { checkCases } from '../../testing/check-cases.ts';
import { ACCOUNT, answered, evidence, MANAGEMENT, refused } from '../../testing/evidence.ts';
import { staysHonest } from '../../testing/refused-readings.ts';
import check from './org-all-features.ts';

function organization(FeatureSet?: string, MasterAccountId = MANAGEMENT) {
  const features = FeatureSet === undefined ? {} : { FeatureSet };
  return evidence(
    answered('organizations.organization', { Id: 'o-1', MasterAccountId, ...features }),
  );
}
const standalone = evidence(answered('organizations.organization', null));

checkCases(check, {
  passes: {
    'a member sees all features': { given: organization('ALL'), reason: 'met' },
    'the management account sees all features': {
      given: organization('ALL', ACCOUNT),
      reason: 'met',
    },
    'the value is written in small letters': { given: organization('all'), reason: 'met' },
  },
  fails: {
    'the organization only shares its bill, so SCPs cannot work': {
      given: organization('CONSOLIDATED_BILLING'),
      reason: 'billing-only',
    },
    'it only shares its bill, in small letters': {
      given: organization('consolidated_billing'),
      reason: 'billing-only',
    },
  },
  unknown: {
    'the call was denied': {
      given: evidence(refused('organizations.organization', 'denied')),
      reason: 'not-read',
      readingReason: 'denied',
    },
    'the call was throttled': {
      given: evidence(refused('organizations.organization', 'throttled')),
      reason: 'not-read',
      readingReason: 'throttled',
    },
    'nothing was asked': {
      given: evidence(),
      reason: 'not-read',
      readingReason: 'not-asked',
    },
    'the answer lacks the feature set': {
      given: organization(),
      reason: 'not-read',
      readingReason: 'malformed',
    },
    'AWS names a feature set that nobody knows': {
      given: organization('SOME'),
      reason: 'not-read',
      readingReason: 'malformed',
    },
  },
  notApplicable: {
    'standalone: a row of its own, blocked by the membership': {
      given: standalone,
      reason: 'blocked-by',
      params: { check: 'org-member' },
    },
  },
});

staysHonest(check, {
  'an organization with all features': organization('ALL'),
  'an organization for the bill': organization('CONSOLIDATED_BILLING'),
  'a standalone account': standalone,
});
