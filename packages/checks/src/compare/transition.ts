import type { Change, Outcome, Presence } from '@ippo/contracts';

/** What the table says of two neighbouring scans alone. */
type Seen = Exclude<Change, 'reopened' | 'check-added' | 'check-removed'>;

/** Before → after (design.md §7). Only a pass after a fail is a fix: what is gone or dark is not. */
const table: Readonly<Record<Presence, Readonly<Record<Presence, Seen>>>> = {
  pass: {
    pass: 'persisting',
    fail: 'new',
    unknown: 'became-unknown',
    manual: 'changed',
    'not-applicable': 'changed',
    gone: 'gone',
  },
  fail: {
    pass: 'resolved',
    fail: 'persisting',
    unknown: 'became-unknown',
    manual: 'changed',
    'not-applicable': 'changed',
    gone: 'gone',
  },
  unknown: {
    pass: 'became-known',
    fail: 'new',
    unknown: 'persisting',
    manual: 'became-known',
    'not-applicable': 'became-known',
    gone: 'gone',
  },
  manual: {
    pass: 'changed',
    fail: 'new',
    unknown: 'became-unknown',
    manual: 'persisting',
    'not-applicable': 'changed',
    gone: 'gone',
  },
  'not-applicable': {
    pass: 'changed',
    fail: 'new',
    unknown: 'became-unknown',
    manual: 'changed',
    'not-applicable': 'persisting',
    gone: 'gone',
  },
  gone: {
    pass: 'appeared',
    fail: 'new',
    unknown: 'appeared',
    manual: 'appeared',
    'not-applicable': 'appeared',
    gone: 'persisting',
  },
};

/** What is remembered of a finding from the scans before the last one. */
export type FindingMemory = {
  /** What it was when it became unknown, if it was known and is unknown now. */
  known: Outcome | null;
  /** Whether it ever failed. */
  failedBefore: boolean;
};
export const noMemory: FindingMemory = { known: null, failedBefore: false };

/** What became of a finding. Out of the dark it is compared with what it was before the dark. */
export function transition(
  before: Presence,
  after: Presence,
  { known, failedBefore }: FindingMemory = noMemory,
): Exclude<Change, 'check-added' | 'check-removed'> {
  if (before === 'unknown' && known !== null && after !== 'unknown') {
    const through = transition(known, after, { known: null, failedBefore });
    return through === 'persisting' ? 'became-known' : through;
  }
  const seen = table[before][after];
  return seen === 'new' && failedBefore ? 'reopened' : seen;
}

/** What is remembered once a finding went from one state to the next. */
export function remember(before: Presence, after: Presence, memory: FindingMemory): FindingMemory {
  const failedBefore = memory.failedBefore || before === 'fail';
  if (after !== 'unknown') return { known: null, failedBefore };
  const known = before === 'unknown' ? memory.known : before === 'gone' ? null : before;
  return { known, failedBefore };
}
