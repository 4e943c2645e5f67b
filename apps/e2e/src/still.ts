import type { BrowserContext, Page, Request } from '@playwright/test';

/** How far a page moved under its reader although nobody touched it, and what moved. */
type Moved = { path: string; last: string; shift: number; what: string[] };

type Watched = {
  asked: string[];
  open: number;
  shift: number;
  what: string[];
  release(): void;
};

/** What never ends, and so cannot come last. */
const stream = 'events';

/** As much as a page may move. */
const most = 0.01;

/** What every page asks for, its frame above all: tried with the first page alone. */
const common = ['session', 'accounts', 'scans', 'weekly', 'reports/latest', 'catalogue'];

/**
 * Opens pages side by side, each as often as it asks for something, each time with another answer as the last;
 * tells of those that moved by more than a hundredth, as browsers sum it up (CLS).
 */
export async function movedPages(
  context: BrowserContext,
  origin: string,
  paths: readonly string[],
): Promise<Moved[]> {
  const jobs: { path: string; last: string }[] = paths.map((path) => ({ path, last: '' }));
  const moved: Moved[] = [];
  async function work(): Promise<void> {
    for (let job = jobs.shift(); job; job = jobs.shift()) {
      const { path, last } = job;
      const { asked, ...found } = await measure(context, origin, path, last);
      if (found.shift > most) moved.push(found);
      const own = asked.filter((one) => path === paths[0] || !common.includes(one));
      if (last === '') jobs.push(...own.map((one) => ({ path, last: one })));
    }
  }
  await Promise.all([work(), work(), work()]);
  return moved;
}

async function measure(context: BrowserContext, origin: string, path: string, last: string) {
  const page = await context.newPage();
  const loading = new Set<Request>();
  page.on('request', (request) => loading.add(request));
  page.on('requestfinished', (request) => loading.delete(request));
  page.on('requestfailed', (request) => loading.delete(request));
  await page.addInitScript(watch, { last, stream });
  await page.goto(origin + path);
  if (last !== '') {
    await settled(page, loading, true);
    await page.evaluate(() => (globalThis as unknown as { watched: Watched }).watched.release());
  }
  await settled(page, loading, false);
  const { asked, shift, what } = await page.evaluate(() => {
    const { watched } = globalThis as unknown as { watched: Watched };
    return { asked: watched.asked, shift: watched.shift, what: watched.what };
  });
  await page.close();
  return { path, last, shift, what, asked };
}

/** A page that still waits for something by then waits without end. */
const patienceMs = 120_000;

/** Waits until all that was asked is there and drawn, but for the answer that is held back. */
async function settled(page: Page, loading: Set<Request>, held: boolean): Promise<void> {
  const parts = () =>
    [...loading].filter((one) => !new URL(one.url()).pathname.startsWith('/api/'));
  const begun = Date.now();
  for (;;) {
    while (!(await page.evaluate(quiet, held)))
      if (Date.now() - begun > patienceMs) throw new Error(`${page.url()} is never done`);
    if (parts().length === 0) return;
    await Promise.all(parts().map(async (part) => part.response()));
  }
}

/** Runs in the page: whether it asks for nothing any more, some frames long. */
async function quiet(held: boolean): Promise<boolean> {
  const { watched } = globalThis as unknown as { watched: Watched };
  for (let calm = 0; calm < 4; calm += 1) {
    await new Promise((drawn) => {
      requestIdleCallback(() => requestAnimationFrame(() => setTimeout(drawn, 20)));
    });
    const waits = watched.open > 0 || !document.querySelector('h1');
    if (waits || (!held && document.querySelector('[aria-busy=true], .skeleton'))) return false;
  }
  return true;
}

/** Runs in the page before anything of it: counts what is asked, holds one answer back, sums what moves. */
function watch({ last, stream: endless }: { last: string; stream: string }): void {
  let release = (): void => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  const watched: Watched = { asked: [], open: 0, shift: 0, what: [], release };
  Object.assign(globalThis, { watched });
  const real = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input), location.href);
    const asks = url.pathname.slice('/api/'.length);
    if (asks === endless) return real(input, init);
    if (!watched.asked.includes(asks)) watched.asked.push(asks);
    if (asks === last) await released;
    watched.open += 1;
    try {
      return await real(input, init);
    } finally {
      watched.open -= 1;
    }
  };
  type Shift = PerformanceEntry & {
    value: number;
    hadRecentInput: boolean;
    sources: { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
  };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as Shift[]) {
      if (entry.hadRecentInput) continue;
      watched.shift += entry.value;
      for (const { node, previousRect: was, currentRect: is } of entry.sources) {
        const element = node instanceof Element ? node : node?.parentElement;
        const words = element?.textContent?.trim().slice(0, 40) ?? '';
        watched.what.push(
          `${words} (${was.x},${was.y} ${was.width}×${was.height} to ${is.x},${is.y} ${is.width}×${is.height})`,
        );
      }
    }
  }).observe({ type: 'layout-shift', buffered: true });
}
