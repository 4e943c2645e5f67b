import { I18nProvider, type I18nProviderProps } from '@cloudscape-design/components/i18n';
import type { Language } from '@ippo/contracts';
import { use, useMemo, type ReactNode } from 'react';
import { useLanguage } from '../i18n/text.tsx';

type Texts = I18nProviderProps.Messages;

const loaders = {
  en: () => import('virtual:ippo-component-texts/en'),
  ja: () => import('virtual:ippo-component-texts/ja'),
} satisfies Record<Language, () => Promise<{ default: object }>>;

const loading = new Map<Language, Promise<Texts>>();

function textsOf(language: Language): Promise<Texts> {
  const known =
    loading.get(language) ?? loaders[language]().then(({ default: texts }) => texts as Texts);
  loading.set(language, known);
  // Texts that did not arrive are asked for again, but not at once: each try draws the page anew.
  known.catch(() => setTimeout(() => loading.delete(language), 3_000));
  return known;
}

/** Adds Cloudscape's texts of tables, filters and other large components; suspends until they are there. */
export function ComponentTexts({ children }: { children: ReactNode }) {
  const language = useLanguage();
  const own = use(textsOf(language));
  const messages = useMemo(() => [own], [own]);
  return (
    <I18nProvider locale={language} messages={messages}>
      {children}
    </I18nProvider>
  );
}
