import { readingReasons } from '@ippo/contracts';
import { checkCases } from '../../testing/check-cases.ts';
import { ACCOUNT, answered, evidence, MANAGEMENT, refused } from '../../testing/evidence.ts';
import check from './org-member.ts';

const type = 'organizations.organization';

checkCases(check, {
  passes: {
    'an ordinary member sees its organization': {
      given: evidence(answered(type, { Id: 'o-1', MasterAccountId: MANAGEMENT })),
      reason: 'member-of-organization',
      params: { organization: 'o-1', account: MANAGEMENT },
    },
    'the management account sees its own organization': {
      given: evidence(answered(type, { Id: 'o-1', MasterAccountId: ACCOUNT, FeatureSet: 'ALL' })),
      reason: 'member-of-organization',
    },
    'an organization whose management account AWS left out is one': {
      given: evidence(answered(type, { Id: 'o-1' })),
      reason: 'member-of-organization',
      params: { organization: 'o-1', account: '?' },
    },
    'an organization with consolidated billing only is an organization': {
      given: evidence(
        answered(type, { Id: 'o-1', MasterAccountId: ACCOUNT, FeatureSet: 'CONSOLIDATED_BILLING' }),
      ),
      reason: 'member-of-organization',
    },
  },
  fails: {
    'AWS says that organizations are not in use': {
      given: evidence(answered(type, null)),
      reason: 'standalone',
    },
  },
  unknown: {
    'the organization was never asked for': {
      given: evidence(),
      reason: 'not-read',
      readingReason: 'not-asked',
    },
    ...Object.fromEntries(
      readingReasons.map((reason) => [
        `a call refused as ${reason} does not mean standalone`,
        { given: evidence(refused(type, reason)), reason: 'not-read', readingReason: reason },
      ]),
    ),
  },
});
