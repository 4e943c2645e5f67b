import { z } from 'zod';

/** What a filter lets through: any of these values, or none of them. */
export type Tokens = { any: string[]; not: boolean };

/**
 * A list of values as one query parameter: `a,b` lets any of them through, `!a,b` all but them. Short enough
 * that an address of only 4-byte letters fits into what Node reads of a request's head (16 KiB).
 */
export function tokens(value: string) {
  const pattern = new RegExp(`^!?(?:${value})(?:,(?:${value}))*$`);
  return z
    .string()
    .max(1_000)
    .regex(pattern)
    .transform((text): Tokens => {
      const not = text.startsWith('!');
      return { not, any: (not ? text.slice(1) : text).split(',') };
    });
}

/** Whether a value passes; without tokens every one does. */
export function passes(given: Tokens | undefined, value: string): boolean {
  return given === undefined || given.any.includes(value) !== given.not;
}
