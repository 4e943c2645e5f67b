import { AwsError } from '../aws-error.ts';
import type { Asked, SimulatedService } from '../define-service.ts';
import { pageOf } from '../page-of.ts';
import { awsJson } from '../protocols/json.ts';
import type { Organization } from '../world.ts';

const rootId = 'r-ip01';

/** The organization, where the account is in one and may see this much of it. */
function organizationOf({ world }: Asked, listing: boolean): Organization {
  const { organization } = world;
  if (!organization)
    throw new AwsError(
      'AWSOrganizationsNotInUseException',
      'Your account is not a member of an organization.',
    );
  if (listing && !organization.mayList)
    throw new AwsError(
      'AccessDeniedException',
      "You don't have permissions to access this resource.",
    );
  return organization;
}

export const organizations: SimulatedService = {
  service: 'organizations',
  protocol: awsJson,
  codes: {
    denied: 'AccessDeniedException',
    deniedStatus: 400,
    throttled: 'TooManyRequestsException',
    throttledStatus: 400,
  },
  answers: {
    DescribeOrganization(asked) {
      const { id, managementAccount, featureSet } = organizationOf(asked, false);
      const base = `arn:aws:organizations::${managementAccount}`;
      return {
        Organization: {
          Id: id,
          Arn: `${base}:organization/${id}`,
          FeatureSet: featureSet,
          MasterAccountId: managementAccount,
          MasterAccountArn: `${base}:account/${id}/${managementAccount}`,
          MasterAccountEmail: 'management@example.com',
          AvailablePolicyTypes: [{ Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' }],
        },
      };
    },
    /** AWS may answer an empty page before the end (Organizations API, `ListAccounts`): the first one is. */
    ListAccounts(asked) {
      const { id, managementAccount, accounts } = organizationOf(asked, true);
      if (asked.input.NextToken === undefined) return { Accounts: [], NextToken: '0' };
      const { items, next } = pageOf(accounts, asked.input.NextToken, 20);
      return {
        Accounts: items.map((item) => ({
          Id: item.id,
          Arn: `arn:aws:organizations::${managementAccount}:account/${id}/${item.id}`,
          Name: item.name,
          Email: item.email,
          State: item.state,
          JoinedMethod: 'CREATED',
          JoinedTimestamp: new Date('2022-04-01T00:00:00Z'),
        })),
        NextToken: next,
      };
    },
    ListRoots(asked) {
      const { id, managementAccount } = organizationOf(asked, true);
      const Arn = `arn:aws:organizations::${managementAccount}:root/${id}/${rootId}`;
      return { Roots: [{ Id: rootId, Arn, Name: 'Root', PolicyTypes: [] }] };
    },
    ListOrganizationalUnitsForParent(asked) {
      const { id, managementAccount, units } = organizationOf(asked, true);
      if (asked.input.ParentId !== rootId)
        throw new AwsError('ParentNotFoundException', 'We could not find this parent.');
      const { items, next } = pageOf(units, asked.input.NextToken, 20);
      return {
        OrganizationalUnits: items.map((unit) => ({
          Id: unit.id,
          Arn: `arn:aws:organizations::${managementAccount}:ou/${id}/${unit.id}`,
          Name: unit.name,
        })),
        NextToken: next,
      };
    },
  },
};
