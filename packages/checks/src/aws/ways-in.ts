import type { EvidenceValue, Scope } from '@ippo/contracts';
import type { EvidenceView, Sighted } from '../evidence-view.ts';
import { matchesWildcard } from './event-patterns.ts';
import { flag, usableReport, type Told } from './root-user.ts';

type WayInIds =
  | 'iam.credential-report'
  | 'iam.saml-providers'
  | 'iam.oidc-providers'
  | 'iam.roles'
  | 'organizations.organization'
  | 'organizations.accounts';

/** How people get into an account, besides root. */
export type WaysIn = {
  /** A way that is proven, and the reading that proves it. */
  found: {
    code: 'password-user' | 'federated' | 'cross-account-role';
    seen: Sighted<unknown>;
  } | null;
  /** A source that was refused, or that cannot be decided, so that "none" would be a guess. */
  unreadSource: Sighted<unknown> | null;
  /** Whether the report lists any IAM user. */
  hasUsers: boolean;
  report: Sighted<EvidenceValue<'iam.credential-report'>>;
  /** All that was looked at; OIDC providers, usually pipelines, are shown only. */
  sources: readonly Sighted<unknown>[];
};

/** Path of the roles that IAM Identity Center makes (IAM Identity Center User Guide, *Permission sets*). */
const IDENTITY_CENTER = '/aws-reserved/sso.amazonaws.com/';

/** Looks for a password user, a federation, or in a member a role of its own organization. */
export function waysIn(evidence: EvidenceView<WayInIds>, scope: Scope): WaysIn {
  const report = usableReport(evidence.global('iam.credential-report'));
  const saml = evidence.global('iam.saml-providers');
  const oidc = evidence.global('iam.oidc-providers');
  const roles = evidence.global('iam.roles');
  const organization = evidence.global('organizations.organization');
  const accounts = evidence.global('organizations.accounts');
  const listedRoles = (roles.readable ? roles.value : roles.partial) ?? [];
  const users = report.readable
    ? report.value.rows.filter((row) => row.user !== '<root_account>')
    : [];
  const passwords = users.map((row) => flag(row.password_enabled));
  const trust = trustOfOwn(evidence.account, listedRoles, ownAccounts(evidence, scope));

  const found =
    (passwords.includes(true) && { code: 'password-user' as const, seen: report }) ||
    (isListed(saml) && { code: 'federated' as const, seen: saml }) ||
    (listedRoles.some((role) => isIdentityCenter(role)) && {
      code: 'federated' as const,
      seen: roles,
    }) ||
    (trust === true && { code: 'cross-account-role' as const, seen: roles }) ||
    null;
  const reportUndecided =
    !report.readable ||
    passwords.includes(null) ||
    report.value.misshapen.some((user) => user !== '<root_account>');
  const unreadSource =
    [saml, roles, organization].find((source) => !source.readable) ??
    (lacksManagement(organization) ? organization : null) ??
    (reportUndecided ? report : null) ??
    (trust === null ? (accounts.readable ? roles : accounts) : null);
  const sources = [report, saml, oidc, roles, organization];
  return { found, unreadSource, hasUsers: users.length > 0, report, sources };
}

type Role = EvidenceValue<'iam.roles'>[number];
type Organization = Sighted<EvidenceValue<'organizations.organization'>>;

function isIdentityCenter(role: Role): boolean {
  const path = role.Path ?? `/${role.Arn.split(':role/')[1] ?? ''}`;
  return path.startsWith(IDENTITY_CENTER);
}

function isListed(providers: Sighted<readonly unknown[]>): boolean {
  return ((providers.readable ? providers.value : providers.partial) ?? []).length > 0;
}

/** Without the management account's id it cannot be told whether this is a member (checks.md 0.11). */
function lacksManagement(organization: Organization): boolean {
  if (!organization.readable || organization.value === null) return false;
  return organization.value.MasterAccountId === undefined;
}

/** Accounts known to belong to this member's organization; `complete` when AWS listed them. */
function ownAccounts(evidence: EvidenceView<WayInIds>, scope: Scope) {
  const organization = evidence.global('organizations.organization');
  const listed = evidence.global('organizations.accounts');
  const management = organization.readable ? organization.value?.MasterAccountId : undefined;
  const isMember = management !== undefined && management !== evidence.account;
  if (!isMember || !organization.readable) return null;
  const connected = scope.connectedAccounts
    .filter((account) => account.organization === organization.value?.Id)
    .map((account) => account.account);
  const named = (listed.readable ? listed.value : listed.partial) ?? [];
  const ids = new Set([management, ...connected, ...named.map((account) => account.Id)]);
  return { ids, complete: listed.readable };
}

/** Whether a role lets an account of the own organization in; null where an account's side cannot be told. */
function trustOfOwn(
  self: string,
  roles: readonly Role[],
  own: ReturnType<typeof ownAccounts>,
): Told {
  if (own === null) return false;
  const named = roles.flatMap((role) => role.Trust?.flatMap(assumers) ?? []);
  const others = named.filter((account) => account !== self);
  if (others.some((account) => own.ids.has(account))) return true;
  const unparsed = roles.some((role) => role.Trust === null);
  const open = others.some((account) => account === ANYBODY || !own.complete);
  return unparsed || open ? null : false;
}

type Statement = NonNullable<Role['Trust']>[number];

/** Everybody, usually narrowed to an organization by a condition, which evidence does not hold. */
const ANYBODY = '*';

/** The accounts that one statement lets assume the role: exact ids, never a substring (mistakes.md 36). */
function assumers({ Effect, Action, AWS }: Statement): string[] {
  if (Effect?.toLowerCase() !== 'allow' || !Action.some(assumesRoles)) return [];
  return AWS.flatMap(
    (principal) => (principal.includes(':') ? principal.split(':')[4] : principal) ?? [],
  ).filter((id) => /^(\*|\d{12})$/.test(id));
}

/** An action is compared without case and may hold stars (IAM User Guide, *IAM JSON policy elements: Action*). */
function assumesRoles(action: string): boolean {
  return matchesWildcard(action.toLowerCase(), 'sts:assumerole') === true;
}
