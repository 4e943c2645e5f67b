import type { Instant } from '@ippo/contracts';
import { useLanguage } from '../i18n/text.tsx';
import { writeAge, writeInstant, writeUtc } from '../lib/dates.ts';
import { useReaderZone } from '../lib/reader-zone.ts';

/** A moment in the reader's zone, with its zone; in UTC as its tooltip, machine-readable beside it. */
export function When({ at }: { at: Instant }) {
  const zone = useReaderZone();
  return (
    <time dateTime={at} title={writeUtc(at)}>
      {writeInstant(at, useLanguage(), zone)}
    </time>
  );
}

/** How long ago; the absolute time is its tooltip, for where it also stands beside. */
export function Ago({ at }: { at: Instant }) {
  const language = useLanguage();
  return (
    <time dateTime={at} title={writeInstant(at, language)}>
      {writeAge(at, language)}
    </time>
  );
}
