import { useIntl } from 'react-intl';

/** What a permission answers, as a question in the reader's language; empty where no text exists. */
export function useAnswers(): (action: string) => string {
  const intl = useIntl();
  return (action) => {
    const id = `preflight.asks.${action}`;
    return id in intl.messages ? intl.formatMessage({ id }) : '';
  };
}
