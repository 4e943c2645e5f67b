import { expect, type Page } from '@playwright/test';

/** Milliseconds from an input to the frame that shows its effect; each was done `times` times. */
export type Interaction = { name: string; times: number; medianMs: number; worstMs: number };

type Watched = { ippoInteractions: number[] };
type Act = { name: string; path: string; steps(page: Page): Promise<(() => Promise<void>)[]> };

const acts: readonly Act[] = [
  {
    name: 'Open and close the user menu',
    path: '/',
    async steps(page) {
      const menu = page.getByRole('button', { name: /^Signed in as / });
      return Array.from({ length: 6 }, () => () => menu.click());
    },
  },
  {
    name: 'Switch the language',
    path: '/findings',
    async steps(page) {
      const japanese = page.getByRole('button', { name: '日本語' });
      const english = page.getByRole('button', { name: 'English' });
      return [japanese, english, japanese, english].map((button) => () => button.click());
    },
  },
  {
    name: 'Switch the theme',
    path: '/findings',
    async steps(page) {
      const toggle = page.getByRole('button', { name: /^Use (?:dark|light) colours$/ });
      return Array.from({ length: 4 }, () => () => toggle.click());
    },
  },
  {
    name: 'Sort the findings',
    path: '/findings?set=all',
    async steps(page) {
      const heading = page.locator('thead').getByRole('button', { name: /Where/ }).first();
      return Array.from({ length: 4 }, () => () => heading.click());
    },
  },
  {
    name: 'Filter the findings',
    path: '/findings?set=all',
    async steps(page) {
      const name = 'Filter findings by property or resource';
      const filter = page.getByRole('combobox', { name });
      await filter.focus();
      return ['r', 'o', 'o', 't', 'Enter'].map((key) => () => page.keyboard.press(key));
    },
  },
  {
    name: 'Move in the matrix with the arrow keys',
    path: '/regions',
    async steps(page) {
      await page.locator('.matrix .cell[tabindex="0"]').focus();
      const keys = ['ArrowRight', 'ArrowDown', 'ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp'];
      return keys.map((key) => () => page.keyboard.press(key));
    },
  },
  {
    name: 'Open a finding',
    path: '/findings',
    async steps(page) {
      const link = page.getByRole('treegrid', { name: 'Findings' }).locator('tbody tr a').first();
      return Array.from({ length: 3 }, (_, at) => async () => {
        if (at > 0) await page.goBack();
        await link.click();
        await expect(page).toHaveURL(/\/findings\/.+/);
      });
    },
  },
];

/** Does them with real input, and asks the browser's own Event Timing how long each took. */
export async function measureInteractions(page: Page, origin: string): Promise<Interaction[]> {
  await page.addInitScript(watch);
  const measured: Interaction[] = [];
  for (const { name, path, steps } of acts) {
    await page.goto(new URL(path, origin).href);
    await expect(page.locator('[aria-busy=true], .skeleton')).toHaveCount(0);
    const took: number[] = [];
    for (const step of await steps(page)) {
      await settled(page);
      await page.evaluate(() => ((globalThis as unknown as Watched).ippoInteractions = []));
      await step();
      await settled(page);
      took.push(await worst(page));
    }
    process.stderr.write(`${name}: ${took.join(', ')} ms\n`);
    const ordered = took.toSorted((one, other) => one - other);
    measured.push({
      name,
      times: took.length,
      medianMs: ordered[Math.floor(ordered.length / 2)] ?? Number.NaN,
      worstMs: ordered.at(-1) ?? Number.NaN,
    });
  }
  return measured;
}

/** Runs in the page. What is quicker than 16 ms is not told by the browser: it counts as 16. */
function watch(): void {
  const watched = globalThis as unknown as Watched;
  watched.ippoInteractions = [];
  localStorage.setItem('ippo.language', 'en');
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if ('interactionId' in entry && entry.interactionId)
        watched.ippoInteractions.push(entry.duration);
  }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
}

function worst(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(16, ...(globalThis as unknown as Watched).ippoInteractions));
}

/** Until the frame is painted, its entry told, and what was fetched has come. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(400);
}
