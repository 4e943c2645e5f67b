import type { Language } from '@ippo/contracts';
import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react';
import { IntlProvider } from 'react-intl';
import { I18nProvider, type I18nProviderProps } from '@cloudscape-design/components/i18n';
import { keepLanguage } from './language.ts';
import type { LoadedLanguage } from './load-language.ts';
import { loadLanguage } from './load-language.ts';

type Switch = { language: Language; choose: (language: Language) => void };

const SwitchContext = createContext<Switch>({ language: 'en', choose: () => undefined });

/** The language in use, and how to change it without leaving the page. */
export function useLanguageSwitch(): Switch {
  return use(SwitchContext);
}

export function LanguageProvider(props: { first: LoadedLanguage; children: ReactNode }) {
  const [loaded, setLoaded] = useState(props.first);
  const choose = useCallback((language: Language) => {
    void loadLanguage(language).then((next) => {
      keepLanguage(language);
      setLoaded(next);
    });
  }, []);
  const value = useMemo(() => ({ language: loaded.language, choose }), [loaded.language, choose]);
  const own = loaded.messages as Record<string, never>;
  return (
    <SwitchContext value={value}>
      <IntlProvider locale={loaded.language} messages={own} onError={refuse}>
        <I18nProvider
          locale={loaded.language}
          messages={[loaded.cloudscape as I18nProviderProps.Messages]}
        >
          {props.children}
        </I18nProvider>
      </IntlProvider>
    </SwitchContext>
  );
}

function refuse(error: Error): void {
  console.error(error.message);
}
