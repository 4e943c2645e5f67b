import type { Language } from '@ippo/contracts';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { MessageId } from './message-ids.ts';

type Plain = Record<string, string | number | Date>;
type Rich = Record<string, ReactNode | Date | ((parts: ReactNode[]) => ReactNode)>;

/** Looks an interface text up by its typed id, as a string. */
export type Write = (id: MessageId, values?: Plain) => string;

export function useText(): Write {
  const intl = useIntl();
  return (id, values) => intl.formatMessage({ id }, values);
}

/** The reader's language. */
export function useLanguage(): Language {
  return useIntl().locale === 'ja' ? 'ja' : 'en';
}

/** An interface text whose marks or tags are filled with elements. */
export function Text({ id, values }: { id: MessageId; values?: Rich }) {
  const intl = useIntl();
  return <>{intl.formatMessage({ id }, keyed(values))}</>;
}

function keyed(values: Rich | undefined) {
  return { b: (parts: ReactNode[]) => <strong>{parts}</strong>, ...values } as never;
}
