import { GLOBAL } from '@ippo/contracts';
import { defineCollector } from '../../define-collector.ts';
import { isMember } from '../../organization-member.ts';
import { allPages, markerOf } from '../../pages.ts';
import { trustOf } from '../../trust-policy.ts';

/** Where IAM Identity Center keeps its roles (IAM Identity Center User Guide, *Service-linked roles*). */
const identityCenter = '/aws-reserved/sso.amazonaws.com/';

export default defineCollector({
  evidence: 'iam.roles',
  operations: ['iam:ListRoles'],
  tier: 'first-steps',
  after: 'organizations.organization',
  collect(ask, _target, { parents, account }) {
    /** In a member, people may come through a role that another account of the organization assumes. */
    const all = isMember(parents.get(GLOBAL), account);
    const scope = all ? {} : { PathPrefix: identityCenter };
    return allPages(
      (Marker) => ask('iam:ListRoles', { ...scope, MaxItems: 1000, Marker }),
      (page) =>
        page.Roles?.map(({ Arn, Path, AssumeRolePolicyDocument }) => ({
          Arn,
          Path,
          Trust: trustOf(AssumeRolePolicyDocument),
        })),
      markerOf,
    );
  },
});
