import { DomainError } from '@ippo/contracts';
import { statements } from './policy.ts';
import { roleTemplate } from './role-cloudformation.ts';
import { roleJson, roleJsonLine } from './role-json.ts';
import { roleHcl } from './role-terraform.ts';

/** A role to be made for a connection, with every value that it needs. */
export type RoleToMake = {
  roleName: string;
  externalId: string;
  /** 12 digits of the account that Ippo itself runs in. */
  trustedAccount: string;
  /** Who of that account may assume it, as patterns for `aws:PrincipalArn`. */
  trustedPrincipals: readonly string[];
};

/** How the role can be made. */
export const roleFormats = ['cloudformation', 'terraform', 'json'] as const;
export type RoleFormat = (typeof roleFormats)[number];

/** The code that makes a role, and what to paste into a shell of the account to run it. */
export function renderRole(
  format: RoleFormat,
  role: RoleToMake,
): { text: string; fileName: string; command: string } {
  if (format === 'terraform') {
    const text = roleHcl(role, statements());
    const fileName = `${stackName(role)}.tf`;
    return {
      text,
      fileName,
      command: `${written(fileName, text)}terraform init && terraform apply\n`,
    };
  }
  if (format === 'json') {
    const text = roleJson(role, statements());
    const fileName = `${stackName(role)}.json`;
    return {
      text,
      fileName,
      command: `${written(fileName, text)}${roleJsonLine(role, fileName)}\n`,
    };
  }
  const text = roleTemplate(role, statements());
  const fileName = `${stackName(role)}.yaml`;
  return { text, fileName, command: `${written(fileName, text)}${deployLine(role, fileName)}\n` };
}

/**
 * Who the role has to trust so that an identity may assume it. The ARN of a role's session lacks the role's
 * path, so it is named with and without one; names of roles are unique in an account (IAM API, *CreateRole*).
 * Throws `caller-cannot-assume` for an identity that AWS lets assume no role.
 */
export function trustedBy(
  caller: string,
): Pick<RoleToMake, 'trustedAccount' | 'trustedPrincipals'> {
  const [, partition = '', service = '', account = '', rest = ''] =
    /^arn:([\w-]+):(iam|sts)::(\d{12}):(.+)$/.exec(caller) ?? [];
  if (service === 'iam' && rest.startsWith('user/'))
    return { trustedAccount: account, trustedPrincipals: [asPattern(caller)] };
  const role = /^assumed-role\/([\w+=,.@-]+)\//.exec(rest)?.[1];
  if (service !== 'sts' || role === undefined)
    throw new DomainError('caller-cannot-assume', { caller });
  const roles = `arn:${partition}:iam::${account}:role`;
  const trustedPrincipals = [`${roles}/${role}`, `${roles}/*/${role}`].map(asPattern);
  return { trustedAccount: account, trustedPrincipals };
}

/** Names may hold commas, and paths nearly anything: what could end a list or a quotation matches as `?`. */
function asPattern(arn: string): string {
  return arn.replaceAll(/[^\w+=.@:/*-]/g, '?');
}

/** The name of the stack and of the files: a letter, then letters, digits and hyphens. */
function stackName({ roleName }: RoleToMake): string {
  return `ippo-${roleName.replace(/^ippo-/, '').replaceAll(/[^A-Za-z0-9-]/g, '-')}`;
}

function written(fileName: string, text: string): string {
  return `cat > ${fileName} <<'IPPO_ROLE'\n${text}IPPO_ROLE\n`;
}

function deployLine(role: RoleToMake, fileName: string): string {
  const values = {
    RoleName: role.roleName,
    ExternalId: role.externalId,
    TrustedAccount: role.trustedAccount,
    TrustedPrincipals: role.trustedPrincipals.join(','),
  };
  const overrides = Object.entries(values).map(([name, value]) => `'${name}=${value}'`);
  const stack = `--stack-name ${stackName(role)}`;
  return [
    `aws cloudformation deploy ${stack} --template-file ${fileName}`,
    `--capabilities CAPABILITY_NAMED_IAM --parameter-overrides ${overrides.join(' ')}`,
    `&& aws cloudformation describe-stacks ${stack} --query 'Stacks[0].Outputs[0].OutputValue' --output text`,
  ].join(' ');
}
