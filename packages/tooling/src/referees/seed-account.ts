import {
  CreateLoginProfileCommand,
  CreateSAMLProviderCommand,
  CreateUserCommand,
} from '@aws-sdk/client-iam';
import { CreateAccountCommand, CreateOrganizationCommand } from '@aws-sdk/client-organizations';
import { account, type Clients } from './moto-client.ts';

/** A user for a machine, without password. */
export async function machineUser({ iam }: Clients): Promise<void> {
  await iam.send(new CreateUserCommand({ UserName: 'ci' }));
}

/** A person who signs in with a password only. */
export async function passwordUser({ iam }: Clients): Promise<void> {
  const UserName = 'taro.yamada@example.com';
  await iam.send(new CreateUserCommand({ UserName }));
  await iam.send(new CreateLoginProfileCommand({ UserName, Password: 'Correct-horse-battery-1' }));
}

/** A company's directory through which people come in. */
export async function directory({ iam }: Clients): Promise<void> {
  const url = 'https://idp.example.com';
  const SAMLMetadataDocument = `<EntityDescriptor entityID="${url}">${'x'.repeat(1000)}</EntityDescriptor>`;
  await iam.send(new CreateSAMLProviderCommand({ Name: 'directory', SAMLMetadataDocument }));
}

/** An organization with a second account beside the one that manages it. */
export async function organizationOfTwo({ organizations }: Clients): Promise<void> {
  await organizations.send(new CreateOrganizationCommand({ FeatureSet: 'ALL' }));
  const Email = 'workloads@example.com';
  await organizations.send(new CreateAccountCommand({ AccountName: 'workloads', Email }));
}

/** An organization that only pays the bill, of one account. */
export async function billingOrganization({ organizations }: Clients): Promise<void> {
  const FeatureSet = 'CONSOLIDATED_BILLING';
  await organizations.send(new CreateOrganizationCommand({ FeatureSet }));
}

/** A topic to which findings may go. */
export function topicArn(region: string): string {
  return `arn:aws:sns:${region}:${account}:guardduty-findings`;
}
