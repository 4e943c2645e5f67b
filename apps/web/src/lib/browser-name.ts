// In this order: Edge, Opera and Chrome all say "Chrome" and "Safari" too.
const browsers = [
  ['Edge', /\bEdgA?\/([\d]+)/],
  ['Opera', /\bOPR\/([\d]+)/],
  ['Firefox', /\b(?:Firefox|FxiOS)\/([\d]+)/],
  ['Chrome', /\b(?:HeadlessChrome|Chrome|CriOS)\/([\d]+)/],
  ['Safari', /\bVersion\/([\d]+)[.\d]* (?:Mobile\/\w+ )?Safari/],
] as const;
const systems = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows NT\b/],
  ['macOS', /\bMac OS X\b/],
  ['Linux', /\bLinux\b/],
] as const;

/** `Firefox 140, macOS` from a user agent; null where it tells neither. */
export function browserName(agent: string | null): string | null {
  const text = agent ?? '';
  const browser = browsers.find(([, pattern]) => pattern.test(text));
  const version = browser?.[1].exec(text)?.[1];
  const system = systems.find(([, pattern]) => pattern.test(text))?.[0];
  const parts = [browser ? `${browser[0]} ${version}` : null, system ?? null];
  return parts.filter((part) => part !== null).join(', ') || null;
}
