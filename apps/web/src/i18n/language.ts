import { languages, type Language } from '@ippo/contracts';

const key = 'ippo.language';

/** The reader's language: the address, else what was chosen before, else what the browser says. */
export function initialLanguage(): Language {
  const asked = new URLSearchParams(location.search).get('lang');
  return known(asked) ?? known(localStorage.getItem(key)) ?? known(navigator.language) ?? 'en';
}

export function keepLanguage(language: Language): void {
  localStorage.setItem(key, language);
  document.documentElement.lang = language;
}

function known(value: string | null): Language | undefined {
  return languages.find((language) => value?.slice(0, 2) === language);
}
