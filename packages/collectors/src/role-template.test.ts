import { expect, it } from 'vitest';
import { actionsOf } from './operations.ts';
import { renderRole, roleFormats, trustedBy, type RoleToMake } from './role-template.ts';

const role: RoleToMake = {
  roleName: 'ippo-readonly',
  externalId: 'ippo-0123456789abcdef0123456789abcdef',
  ...trustedBy('arn:aws:sts::111122223333:assumed-role/Scanner/i-0abc'),
};

it.each(roleFormats)('names every value and every action in %s', (format) => {
  const { text, command } = renderRole(format, role);

  const values = [role.roleName, role.externalId, role.trustedAccount, ...role.trustedPrincipals];
  for (const value of [...values, ...actionsOf('iam.account-summary')])
    expect(text).toContain(value);
  expect(command).toContain(text);
});

it('gives one line that deploys the template with every parameter', () => {
  const { command } = renderRole('cloudformation', role);

  const line = command.split('\n').find((one) => one.startsWith('aws ')) ?? '';
  expect(line).toContain(
    'aws cloudformation deploy --stack-name ippo-readonly --template-file ippo-readonly.yaml --capabilities CAPABILITY_NAMED_IAM',
  );
  expect(line.match(/'(\w+)=/g)).toEqual([
    "'RoleName=",
    "'ExternalId=",
    "'TrustedAccount=",
    "'TrustedPrincipals=",
  ]);
  expect(line).toContain(
    "'TrustedPrincipals=arn:aws:iam::111122223333:role/Scanner,arn:aws:iam::111122223333:role/*/Scanner'",
  );
});

it('trusts a user by its own ARN, also with a path and in China', () => {
  const user = 'arn:aws-cn:iam::111122223333:user/tools/ippo';

  expect(trustedBy(user)).toEqual({ trustedAccount: '111122223333', trustedPrincipals: [user] });
});

it('lets no name end a quotation or a list', () => {
  const { trustedPrincipals } = trustedBy(`arn:aws:iam::111122223333:user/it's"$(id)/a,b`);
  const { command } = renderRole('cloudformation', { ...role, trustedPrincipals });

  expect(trustedPrincipals).toEqual(['arn:aws:iam::111122223333:user/it?s???id?/a?b']);
  expect(command).toContain("'TrustedPrincipals=arn:aws:iam::111122223333:user/it?s???id?/a?b'");
});

it.each([
  'arn:aws:iam::111122223333:root',
  'arn:aws:sts::111122223333:federated-user/aiko',
  "arn:aws:sts::111122223333:assumed-role/a'b/session",
  'nobody',
])('says that %s can assume no role', (caller) => {
  expect(() => trustedBy(caller)).toThrow(
    expect.objectContaining({ code: 'caller-cannot-assume', params: { caller } }),
  );
});

it('makes file and stack names that need no quoting, whatever the role is called', () => {
  const { command, fileName } = renderRole('cloudformation', {
    ...role,
    roleName: 'a+b=c,d.e@f_g',
  });

  expect(fileName).toBe('ippo-a-b-c-d-e-f-g.yaml');
  expect(command).toContain('--stack-name ippo-a-b-c-d-e-f-g ');
});

it('writes both documents as IAM takes them, for the partition of who is trusted', () => {
  const caller = trustedBy('arn:aws-cn:iam::111122223333:user/ippo');

  const { text, command } = renderRole('json', { ...role, ...caller });

  const { AssumeRolePolicyDocument: trust, PolicyDocument: policy } = JSON.parse(text);
  expect(trust.Statement[0].Principal.AWS).toBe('arn:aws-cn:iam::111122223333:root');
  expect(trust.Statement[0].Condition.StringEquals['sts:ExternalId']).toBe(role.externalId);
  expect(policy.Statement[0].Action).toContain('iam:GetAccountSummary');
  expect(command).toContain("aws iam create-role --role-name 'ippo-readonly'");
});
