import type { Language } from '@ippo/contracts';

/** One language's compiled texts: ours and Cloudscape's. */
export type LoadedLanguage = { language: Language; messages: object; cloudscape: object };

const loaders = {
  en: () =>
    Promise.all([
      import('virtual:ippo-messages/en'),
      import('@cloudscape-design/components/i18n/messages/all.en'),
    ]),
  ja: () =>
    Promise.all([
      import('virtual:ippo-messages/ja'),
      import('@cloudscape-design/components/i18n/messages/all.ja'),
    ]),
} satisfies Record<Language, () => Promise<[{ default: object }, { default: object }]>>;

export async function loadLanguage(language: Language): Promise<LoadedLanguage> {
  const [messages, cloudscape] = await loaders[language]();
  return { language, messages: messages.default, cloudscape: cloudscape.default };
}
