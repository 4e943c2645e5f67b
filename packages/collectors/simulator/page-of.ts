import { AwsError } from './aws-error.ts';

/** One page of a list; the token is the place of the next item. */
export function pageOf<Item>(items: readonly Item[], token: unknown, size: number) {
  const from = token === undefined ? 0 : Number(token);
  if (!Number.isInteger(from))
    throw new AwsError('InvalidNextTokenException', 'The token is not ours.');
  const to = from + size;
  return { items: items.slice(from, to), next: to < items.length ? String(to) : undefined };
}
