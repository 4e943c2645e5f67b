const key = 'ippo.theme';

export type Theme = 'light' | 'dark';

/** What `first-paint.js` decided, or what was chosen since. */
export function currentTheme(): Theme {
  return document.body.classList.contains('awsui-dark-mode') ? 'dark' : 'light';
}

export function applyTheme(theme: Theme): void {
  document.body.classList.toggle('awsui-dark-mode', theme === 'dark');
  document.documentElement.style.colorScheme = theme;
  localStorage.setItem(key, theme);
}
