import type { Operation } from './sdk.ts';

/** IAM's name of an operation where it is not the operation's own (checks.md 0.9). */
const otherwiseNamed: Readonly<Record<string, string>> = {
  's3:GetPublicAccessBlock': 's3:GetBucketPublicAccessBlock',
  's3control:GetPublicAccessBlock': 's3:GetAccountPublicAccessBlock',
} satisfies Partial<Record<Operation, string>>;

/** Operations that every principal may use, whatever its policies (IAM, *GetCallerIdentity*). */
const needNoPermission: readonly string[] = ['sts:GetCallerIdentity'] satisfies Operation[];

/** The IAM action that an operation needs. */
export function actionOf(operation: string): string {
  return otherwiseNamed[operation] ?? operation;
}

/** Whether a policy must allow an operation before it is answered. */
export function needsPermission(operation: string): boolean {
  return !needNoPermission.includes(operation);
}
