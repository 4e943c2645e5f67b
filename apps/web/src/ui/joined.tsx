import { Fragment, type ReactNode } from 'react';
import { useLanguage } from '../i18n/text.tsx';

/** Elements as a list of the language: "a, b and c" or 「a、b、c」. */
export function Joined({ items }: { items: readonly ReactNode[] }) {
  const language = useLanguage();
  const marks = new Intl.ListFormat(language, { type: 'conjunction' }).formatToParts(
    items.map((_, index) => String(index)),
  );
  return (
    <>
      {marks.map(({ type, value }, index) => (
        <Fragment key={index}>{type === 'element' ? items[Number(value)] : value}</Fragment>
      ))}
    </>
  );
}
