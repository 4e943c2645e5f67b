import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { expect, type Page } from '@playwright/test';
import { signIn } from '../owner.ts';
import { startWeeksStack } from '../weeks-stack.ts';
import { darkFrames } from './dark-frames.ts';
import { measureInteractions } from './interactions.ts';
import { measurePage } from './measure-page.ts';
import { openBrowser } from './open-browser.ts';
import { darkToo, signedInPages, signInPage, type MeasuredPage } from './pages.ts';
import { missedBudgets, reportPage, type Measured, type MeasuredTheme } from './report.ts';

const { values } = parseArgs({
  options: {
    write: { type: 'boolean', default: false },
    /** Only the pages of these names; “Interactions” is one: to look at what is mended. */
    only: { type: 'string', multiple: true },
    theme: { type: 'string', multiple: true, default: ['light', 'dark'] },
  },
});
const { only, theme: themes, write } = values;
if (write && only) throw new Error('--write writes the whole table: leave --only away');

const loadBefore = loadavg()[0] ?? 0;
const stack = await startWeeksStack('bad');
const browser = await openBrowser();
const pages: MeasuredTheme[] = [];
try {
  const page = await browser.context.newPage();
  for (const theme of themes) await measure(page, theme, [signInPage]);
  await page.goto(`${stack.origin}/sign-in`);
  await signIn(page);
  await page.waitForURL(`${stack.origin}/`);
  const finding = await firstFinding(page);
  for (const theme of themes) await measure(page, theme, signedInPages(finding));
  const moves = only?.includes('Interactions') ?? true;
  await choose(page, 'dark');
  const dark = moves ? await darkFrames(page, stack.origin) : undefined;
  await choose(page, 'light');
  const interactions = moves ? await measureInteractions(page, stack.origin) : [];
  const version = browser.context.browser()?.version() ?? '';
  finish({ pages, interactions, dark, loadBefore, browser: version });
} finally {
  await browser.close();
  await stack.stop();
}

async function measure(page: Page, theme: string, list: readonly MeasuredPage[]): Promise<void> {
  await choose(page, theme);
  // A second living page would take part of the machine, and of the event streams.
  await page.goto('about:blank');
  for (const { name, path } of list) {
    if (only ? !only.includes(name) : theme === 'dark' && !darkToo.includes(name)) continue;
    const figures = await measurePage(browser, new URL(path, stack.origin).href);
    pages.push({ page: name, theme, figures });
    const { performance, accessibility, bestPractices, shift, missed } = figures;
    const scores = `${performance} / ${accessibility} / ${bestPractices}, CLS ${shift.toFixed(4)}`;
    process.stderr.write(`${name} (${theme}): ${scores} ${missed.join('; ')}\n`);
  }
}

/** The profile keeps it, as it keeps a reader's choice. */
async function choose(page: Page, theme: string): Promise<void> {
  await page.goto(`${stack.origin}/sign-in`);
  await page.evaluate((chosen) => {
    localStorage.setItem('ippo.theme', chosen);
    localStorage.setItem('ippo.language', 'en');
  }, theme);
}

async function firstFinding(page: Page): Promise<string> {
  await page.goto(`${stack.origin}/findings`);
  const link = page.getByRole('treegrid', { name: 'Findings' }).locator('tbody tr a').first();
  await expect(link).toBeVisible();
  return (await link.getAttribute('href')) ?? '';
}

function finish(measured: Measured): void {
  const text = reportPage(measured);
  process.stdout.write(text);
  const file = join(import.meta.dirname, '../../../../docs/lighthouse.md');
  if (write) writeFileSync(file, text);
  process.exitCode = missedBudgets(measured).length === 0 ? 0 : 1;
}
