import type { Language } from '@ippo/contracts';
import { use, useMemo, type ReactNode } from 'react';
import { IntlProvider, useIntl } from 'react-intl';
import { useLanguage } from './text.tsx';

type Messages = Record<string, unknown>;
type Loader = () => Promise<{ default: Messages }>;

/** The files below `lazy/`: texts that a page brings with itself, to keep them out of the shell. */
const parts = {
  'all-accounts': {
    en: () => import('virtual:ippo-messages/en/all-accounts'),
    ja: () => import('virtual:ippo-messages/ja/all-accounts'),
  },
  responsibility: {
    en: () => import('virtual:ippo-messages/en/responsibility'),
    ja: () => import('virtual:ippo-messages/ja/responsibility'),
  },
  accounts: {
    en: () => import('virtual:ippo-messages/en/accounts'),
    ja: () => import('virtual:ippo-messages/ja/accounts'),
  },
  audit: {
    en: () => import('virtual:ippo-messages/en/audit'),
    ja: () => import('virtual:ippo-messages/ja/audit'),
  },
  changes: {
    en: () => import('virtual:ippo-messages/en/changes'),
    ja: () => import('virtual:ippo-messages/ja/changes'),
  },
  entry: {
    en: () => import('virtual:ippo-messages/en/entry'),
    ja: () => import('virtual:ippo-messages/ja/entry'),
  },
  findings: {
    en: () => import('virtual:ippo-messages/en/findings'),
    ja: () => import('virtual:ippo-messages/ja/findings'),
  },
  export: {
    en: () => import('virtual:ippo-messages/en/export'),
    ja: () => import('virtual:ippo-messages/ja/export'),
  },
  exceptions: {
    en: () => import('virtual:ippo-messages/en/exceptions'),
    ja: () => import('virtual:ippo-messages/ja/exceptions'),
  },
  help: {
    en: () => import('virtual:ippo-messages/en/help'),
    ja: () => import('virtual:ippo-messages/ja/help'),
  },
  preflight: {
    en: () => import('virtual:ippo-messages/en/preflight'),
    ja: () => import('virtual:ippo-messages/ja/preflight'),
  },
  people: {
    en: () => import('virtual:ippo-messages/en/people'),
    ja: () => import('virtual:ippo-messages/ja/people'),
  },
  settings: {
    en: () => import('virtual:ippo-messages/en/settings'),
    ja: () => import('virtual:ippo-messages/ja/settings'),
  },
  reports: {
    en: () => import('virtual:ippo-messages/en/reports'),
    ja: () => import('virtual:ippo-messages/ja/reports'),
  },
  regions: {
    en: () => import('virtual:ippo-messages/en/regions'),
    ja: () => import('virtual:ippo-messages/ja/regions'),
  },
  watch: {
    en: () => import('virtual:ippo-messages/en/watch'),
    ja: () => import('virtual:ippo-messages/ja/watch'),
  },
  weekly: {
    en: () => import('virtual:ippo-messages/en/weekly'),
    ja: () => import('virtual:ippo-messages/ja/weekly'),
  },
  questions: {
    en: () => import('virtual:ippo-messages/en/questions'),
    ja: () => import('virtual:ippo-messages/ja/questions'),
  },
  scan: {
    en: () => import('virtual:ippo-messages/en/scan'),
    ja: () => import('virtual:ippo-messages/ja/scan'),
  },
  search: {
    en: () => import('virtual:ippo-messages/en/search'),
    ja: () => import('virtual:ippo-messages/ja/search'),
  },
} satisfies Record<string, Record<Language, Loader>>;

const loading = new Map<string, Promise<Messages>>();

/** A file below `lazy/`. */
export type TextPart = keyof typeof parts;

/** The texts of a part: fetched once, whoever asks first. */
export function loadTexts(part: TextPart, language: Language): Promise<Messages> {
  const key = `${language}/${part}`;
  const known = loading.get(key) ?? parts[part][language]().then((module) => module.default);
  loading.set(key, known);
  // A part that did not arrive is asked for again, but not at once: each try draws the page anew.
  known.catch(() => setTimeout(() => loading.delete(key), 3_000));
  return known;
}

/** Adds the texts of one part to those of the shell; suspends until they are there. */
export function LazyTexts({ part, children }: { part: TextPart; children: ReactNode }) {
  const intl = useIntl();
  const own = use(loadTexts(part, useLanguage()));
  const messages = useMemo(() => ({ ...intl.messages, ...own }), [intl.messages, own]);
  return (
    <IntlProvider locale={intl.locale} messages={messages as typeof intl.messages}>
      {children}
    </IntlProvider>
  );
}
