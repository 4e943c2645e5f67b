import type { Instant } from '@ippo/contracts';
import { useLanguage } from '../i18n/text.tsx';
import { writeAge, writeInstant } from '../lib/dates.ts';

/** A moment in the reader's zone, with its zone; machine-readable beside it. */
export function When({ at }: { at: Instant }) {
  return <time dateTime={at}>{writeInstant(at, useLanguage())}</time>;
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
