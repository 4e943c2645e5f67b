import { describe, expect, it, test } from 'vitest';
import { catalogue } from './checks.ts';

const templates = catalogue.checks.flatMap(({ id, remediation: { cloudformation } }) =>
  'template' in cloudformation ? [{ id, template: cloudformation.template }] : [],
);
const codes = catalogue.checks.flatMap(({ id, remediation: { terraform } }) =>
  'code' in terraform ? [{ id, code: terraform.code }] : [],
);

describe('a template that brings an existing resource into a stack', () => {
  const importing = templates.filter(({ template }) => /\bimport\b/i.test(template));

  test('is found', () => {
    expect(importing.map(({ id }) => id)).toEqual([
      'ct-bucket-public',
      'ct-log-validation',
      'gd-features',
    ]);
  });

  // CloudFormation User Guide, *Import AWS resources into a stack*: without it the import is refused.
  it.each(importing)('keeps each of its resources on deletion: $id', ({ template }) => {
    const resources = template.split(/^ {2}\w+:$(?=\n {4}Type: AWS::)/m).slice(1);

    expect(resources.length).toBeGreaterThan(0);
    expect(resources.filter((text) => !text.includes('\n    DeletionPolicy: Retain\n'))).toEqual(
      [],
    );
  });

  // The same page: an import takes the template's word for the properties and changes none of them.
  it.each(importing)('says that an import alone mends nothing: $id', ({ template }) => {
    expect(template).toContain('an import alone changes nothing');
  });
});

it.each(codes.filter(({ code }) => code.includes('terraform import')))(
  'Terraform code that takes over what exists asks for a look at the plan: $id',
  ({ code }) => {
    expect(code).toContain('terraform plan');
  },
);

it.each([
  ...codes.map(({ id, code }) => [id, code]),
  ...templates.map((one) => [one.id, one.template]),
])('the code of %s names no partition, so that it works in China and GovCloud too', (_id, text) => {
  expect(text).not.toMatch(/arn:aws:/);
});

test('whoever may do nothing without MFA may set up MFA', () => {
  const { code = '' } = codes.find(({ id }) => id === 'iam-user-mfa') ?? {};
  const { template = '' } = templates.find(({ id }) => id === 'iam-user-mfa') ?? {};

  for (const text of [code, template]) {
    const allowed = text.slice(
      text.search(/Effect:? +=? *"?Allow/),
      text.search(/Effect:? *=? *"?Deny/),
    );
    expect(allowed).toContain('iam:CreateVirtualMFADevice');
    expect(allowed).toContain('iam:EnableMFADevice');
  }
});

test('the policy for a trail’s bucket allows for a prefix, and says what a policy that exists means', () => {
  const { code = '' } = codes.find(({ id }) => id === 'ct-delivery') ?? {};
  const { template = '' } = templates.find(({ id }) => id === 'ct-delivery') ?? {};

  expect(template).toContain('${BucketName}/${KeyPrefix}AWSLogs/');
  expect(template).toContain('CloudFormation refuses');
  expect(code).toContain('${var.bucket}/${var.key_prefix}AWSLogs/');
  expect(code).toContain('terraform import aws_s3_bucket_policy.trail');
});
