import lighthouse, { desktopConfig } from 'lighthouse';
import type { MeasuringBrowser } from './open-browser.ts';

/** Scores of 0 to 100; times in milliseconds; `missed` names the audits that cost points. */
export type PageFigures = {
  performance: number;
  accessibility: number;
  bestPractices: number;
  shift: number;
  largestPaintMs: number;
  blockedMs: number;
  missed: readonly string[];
};

/** Lighthouse's desktop preset on an address, in the browser's session, with an empty cache. */
export async function measurePage(browser: MeasuringBrowser, url: string): Promise<PageFigures> {
  const { categories, audits } = await runOnce(browser, url).catch(() => runOnce(browser, url));
  return {
    performance: score(categories.performance?.score),
    accessibility: score(categories.accessibility?.score),
    bestPractices: score(categories['best-practices']?.score),
    shift: audits['cumulative-layout-shift']?.numericValue ?? Number.NaN,
    largestPaintMs: audits['largest-contentful-paint']?.numericValue ?? Number.NaN,
    blockedMs: audits['total-blocking-time']?.numericValue ?? Number.NaN,
    missed: Object.values(categories).flatMap(({ auditRefs }) =>
      auditRefs
        .filter(({ weight }) => weight > 0)
        .flatMap(({ id }) => audits[id] ?? [])
        .filter((audit) => audit.score !== null && audit.score < 0.9)
        .map((audit) => `${audit.id} ${audit.displayValue ?? ''}${nodesOf(audit.details)}`.trim()),
    ),
  };
}

/** One trace; a busy machine loses one at times, and a second is then asked for. */
async function runOnce(browser: MeasuringBrowser, url: string) {
  await emptyCache(browser);
  const flags = { port: browser.port, disableStorageReset: true, logLevel: 'silent' } as const;
  const onlyCategories = ['performance', 'accessibility', 'best-practices'];
  const settings = { ...desktopConfig.settings, onlyCategories };
  const result = await lighthouse(url, flags, { ...desktopConfig, settings });
  if (!result) throw new Error(`Lighthouse said nothing about ${url}`);
  const { runtimeError, finalDisplayedUrl } = result.lhr;
  if (runtimeError) throw new Error(`${url}: ${runtimeError.code} ${runtimeError.message}`);
  if (finalDisplayedUrl && !isSamePage(new URL(url).pathname, new URL(finalDisplayedUrl).pathname))
    throw new Error(`${url} led to ${finalDisplayedUrl}: that is not the page to measure`);
  return result.lhr;
}

/** Whether an address stayed; one that names the newest, as the weekly review does, may say which that is. */
function isSamePage(asked: string, shown: string): boolean {
  return shown === asked || (asked !== '/' && shown.startsWith(`${asked}/`));
}

/** The elements that an audit names, as selectors. */
function nodesOf(details: unknown): string {
  const found = JSON.stringify(details ?? '').matchAll(/"selector":"([^"]+)"/g);
  const selectors = [...new Set([...found].map(([, selector]) => selector))];
  return selectors.length === 0 ? '' : ` at ${selectors.slice(0, 3).join(' and ')}`;
}

/** Keeping the session keeps the cache too; a first visit is what is measured. */
async function emptyCache({ context }: MeasuringBrowser): Promise<void> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.clearBrowserCache');
  await page.close();
}

/** A page without a score did not meet its budget. */
function score(value: number | null | undefined): number {
  return Math.round((value ?? 0) * 100);
}
