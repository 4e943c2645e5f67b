import type { Instant } from '@ippo/contracts';
import { useLanguage } from '../i18n/text.tsx';
import { writeAge, writeInstant, writeMoment, writeUtc } from '../lib/dates.ts';
import { useReaderZone } from '../lib/reader-zone.ts';

type WhenProps = {
  at: Instant;
  /** Without its year, where that stands beside it. */
  brief?: boolean;
};

/** A moment in the reader's zone, with its zone; in UTC as its tooltip, machine-readable beside it. */
export function When({ at, brief = false }: WhenProps) {
  const write = brief ? writeMoment : writeInstant;
  const zone = useReaderZone();
  return (
    <time dateTime={at} title={writeUtc(at)}>
      {write(at, useLanguage(), zone)}
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
