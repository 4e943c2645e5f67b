import { z } from 'zod';

/** So many findings and groups can be named one by one: beside a filter they fit into one address. */
export const mostSelected = 200;
/** So many exceptions can come of one selection. */
export const mostExceptionsAtOnce = 500;
/** So many digits of a fingerprint name a finding in a selection: 96 bits. */
const digits = 24;

const id = `[0-9a-f]{${digits}}(?:[0-9a-f]{${64 - digits}})?|g[0-9a-f]{${digits}}`;
/** Two such lists and a filter fit into what Node reads of a request's head (16 KiB). */
const longest = 6_600;

/** A finding's name in a selection. */
export function pickId(fingerprint: string): string {
  return fingerprint.slice(0, digits);
}

/** Findings by the first digits of their fingerprints, groups by their ids. */
export type Picked = { all: boolean; findings: string[]; groups: string[] };

/** `all`, fingerprints or their first 24 digits, and ids of groups: `all`, `1f…,g07…`, `all,1f…`. */
export const pickedSchema = z
  .string()
  .regex(new RegExp(`^(?:all|${id})(?:,(?:${id}))*$`))
  .refine(fits)
  .transform(readPicked)
  .refine(isShort);

/** The same without `all`. */
export const namedSchema = z
  .string()
  .regex(new RegExp(`^(?:${id})(?:,(?:${id}))*$`))
  .refine(fits)
  .transform(readPicked)
  .refine(isShort);

function readPicked(text: string): Picked {
  const parts = text.split(',');
  const all = parts[0] === 'all';
  const named = all ? parts.slice(1) : parts;
  return {
    all,
    findings: named.filter((one) => !one.startsWith('g')).map(pickId),
    groups: named.filter((one) => one.startsWith('g')),
  };
}

// No length of the schema: it counts letters, of which others than these take up to twelve bytes each.
function fits(text: string): boolean {
  return text.length <= longest;
}

function isShort({ findings, groups }: Picked): boolean {
  return findings.length + groups.length <= mostSelected;
}
