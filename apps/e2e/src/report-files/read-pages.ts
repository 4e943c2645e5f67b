import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type Page } from '@playwright/test';
import { findBrowser } from '../find-browser.ts';

/** One thing that was looked at, as the referees of `packages/tooling` tell it. */
type Verdict = { name: string; ok: boolean; detail?: string };

const looks = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 1280 },
  { colorScheme: 'light', width: 390 },
] as const;

// Prints verdicts on the HTML reports of a folder as JSON: opened from disk, with the network off.
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: read-pages.ts FOLDER');
const browser = await chromium.launch(await findBrowser());
const verdicts: Verdict[] = [];
for (const file of readdirSync(folder).filter((name) => name.endsWith('.html'))) {
  for (const look of looks) verdicts.push(...(await lookAt(browser, file, look)));
  verdicts.push(await withoutScript(browser, file));
}
await browser.close();
process.stdout.write(JSON.stringify(verdicts));

async function lookAt(
  running: Browser,
  file: string,
  { colorScheme, width }: (typeof looks)[number],
): Promise<Verdict[]> {
  const name = `${file}, ${colorScheme}, ${width} px wide`;
  const viewport = { width, height: 900 };
  const context = await running.newContext({ colorScheme, viewport, offline: true });
  const page = await context.newPage();
  const harm: string[] = [];
  page.on('dialog', (dialog) => {
    harm.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (request.url() !== addressOf(file)) harm.push(`asks for ${request.url()}`);
  });
  page.on('console', (message) => harm.push(`the console: ${message.text()}`));
  page.on('pageerror', (error) => harm.push(`an error: ${error.message}`));
  await page.goto(addressOf(file));
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth);
  const narrowed = await narrow(page);
  await context.close();
  return [
    verdict(`${name}: axe finds nothing`, found),
    verdict(`${name}: runs no foreign script and asks no host`, harm),
    verdict(`${name}: nothing is wider than the page`, overflow > width ? [`${overflow} px`] : []),
    verdict(`${name}: the filter narrows and widens`, narrowed),
  ];
}

/** What is wrong with the filter: it shows fails alone, then nothing (on paper all the same), then all again. */
async function narrow(page: Page): Promise<string[]> {
  const places = page.locator('.places > li');
  const all = await places.count();
  const shown = () => places.filter({ visible: true }).count();
  const fails = await page.locator('[data-mark=fail] .places > li').count();
  await page.selectOption('#mark', 'fail');
  const failsShown = await shown();
  await page.fill('#query', 'no finding has these words');
  await page.waitForTimeout(300);
  const noneShown = await shown();
  await page.emulateMedia({ media: 'print' });
  const printed = await shown();
  await page.emulateMedia({ media: 'screen' });
  await page.fill('#query', '');
  await page.selectOption('#mark', '');
  await page.waitForTimeout(300);
  const allShown = await shown();
  const told = { all, allShown, fails, failsShown, noneShown, printed };
  const right = failsShown === fails && noneShown === 0 && printed === all && allShown === all;
  return right ? [] : [JSON.stringify(told)];
}

/** The same file as a plain document. */
async function withoutScript(running: Browser, file: string): Promise<Verdict> {
  const context = await running.newContext({ javaScriptEnabled: false, offline: true });
  const page = await context.newPage();
  await page.goto(addressOf(file));
  const all = await page.locator('.places > li').count();
  const shown = await page.locator('.places > li').filter({ visible: true }).count();
  const bar = await page.locator('#filter').isVisible();
  await context.close();
  const wrong = shown === all && !bar ? [] : [JSON.stringify({ all, shown, bar })];
  return verdict(`${file}: without script every finding is there, and no dead filter`, wrong);
}

function addressOf(file: string): string {
  return pathToFileURL(path.join(folder ?? '', file)).href;
}

function verdict(name: string, wrong: readonly string[]): Verdict {
  return wrong.length === 0 ? { name, ok: true } : { name, ok: false, detail: wrong.join('\n') };
}
