import { mkdtempSync, existsSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

type Launch = { executablePath: string; args: string[]; env?: Record<string, string> };

const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** A system Chromium (or the one that CHROME names), else the one that npm ships. */
export async function findBrowser(): Promise<Launch> {
  const named = process.env.CHROME;
  const system = named ?? systemBrowsers.find((path) => existsSync(path));
  if (system !== undefined) return { executablePath: system, args: ['--no-sandbox'] };
  const { default: chromium } = await import('@sparticuz/chromium');
  return {
    executablePath: await chromium.executablePath(),
    args: chromium.args,
    env: { ...definedEnvironment(), FONTCONFIG_FILE: fontConfiguration() },
  };
}

/** The packed browser brings no fonts: without Japanese ones its pages would be blank. */
function fontConfiguration(): string {
  const fonts = dirname(
    createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-jp/package.json'),
  );
  const folder = mkdtempSync(join(tmpdir(), 'ippo-fonts-'));
  const file = join(folder, 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${fonts}</dir><cachedir>${folder}</cachedir></fontconfig>`,
  );
  return file;
}

function definedEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value] as const],
  );
  return Object.fromEntries(entries);
}
