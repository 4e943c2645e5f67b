import { readFileSync } from 'node:fs';
import { cpus, loadavg, platform, totalmem } from 'node:os';
import { join } from 'node:path';
import type { DarkFrames } from './dark-frames.ts';
import type { Interaction } from './interactions.ts';
import type { PageFigures } from './measure-page.ts';

export type MeasuredTheme = { page: string; theme: string; figures: PageFigures };
export type Measured = {
  pages: readonly MeasuredTheme[];
  interactions: readonly Interaction[];
  dark: DarkFrames | undefined;
  browser: string;
  /** One-minute load of the machine before the first page. */
  loadBefore: number;
};

const leastScore = 95;
/** A tenth of what Lighthouse still calls good: nothing that a reader would see move. */
const mostShift = 0.01;
const mostInteractionMs = 200;
const brightestDark = 90;

/** Every budget that was missed, in words; none: all were met. */
export function missedBudgets({ pages, interactions, dark }: Measured): string[] {
  return [
    ...pages.flatMap(({ page, theme, figures }) => {
      const where = `${page} (${theme})`;
      const scores = [figures.performance, figures.accessibility, figures.bestPractices];
      return [
        ...(Math.min(...scores) >= leastScore
          ? []
          : [`${where}: ${scores.join(' / ')}: ${figures.missed.join('; ')}`]),
        ...(figures.shift <= mostShift ? [] : [`${where}: shifts by ${figures.shift.toFixed(4)}`]),
      ];
    }),
    ...interactions
      .filter(({ worstMs }) => !(worstMs <= mostInteractionMs))
      .map(({ name, worstMs }) => `${name}: ${worstMs} ms`),
    ...(dark && !(dark.brightest <= brightestDark)
      ? [`the dark overview flashed: a frame of ${dark.brightest.toFixed(0)} of 255`]
      : []),
  ];
}

/** The page of figures, as Markdown. */
export function reportPage(measured: Measured): string {
  const { pages, interactions, dark } = measured;
  const missed = missedBudgets(measured);
  const blocks = [
    '# Lighthouse and interactions',
    'Made by `npx -y pnpm lighthouse --write`: the built pages on the real server with twelve weeks of the demo and a bad last week, one browser, signed in by script; Lighthouse’s desktop preset with its simulated network, the session kept, the cache emptied before each page. One run a page, no median.',
    machine(measured).join('\n'),
    `Budgets: each score ≥ ${leastScore}, layout shift (CLS) ≤ ${mostShift}, any interaction ≤ ${mostInteractionMs} ms, no bright frame while a dark page loads.`,
    '## Pages',
    [
      '| page | theme | performance | accessibility | best practices | CLS | LCP | TBT |',
      '| --- | --- | --: | --: | --: | --: | --: | --: |',
      ...pages.map(
        ({ page, theme, figures }) =>
          `| ${page} | ${theme} | ${figures.performance} | ${figures.accessibility} | ${figures.bestPractices} | ${figures.shift.toFixed(4)} | ${(figures.largestPaintMs / 1_000).toFixed(2)} s | ${figures.blockedMs.toFixed(0)} ms |`,
      ),
    ].join('\n'),
    ...(interactions.length > 0 ? ['## Interactions', interactionTable(interactions)] : []),
    ...(dark
      ? [
          '## Dark without a flash',
          `${dark.frames} frames while the dark overview loaded; the brightest has a mean of ${dark.brightest.toFixed(0)} of 255 (a white page: 255; budget ≤ ${brightestDark}).`,
        ]
      : []),
    '## Missed',
    missed.length === 0 ? 'Nothing.' : missed.map((line) => `- ${line}`).join('\n'),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function interactionTable(interactions: readonly Interaction[]): string {
  return [
    'From the input to the frame that shows its effect, as the browser’s Event Timing says (steps of 8 ms; 16 is “16 or less”), machine not slowed down.',
    '',
    '| interaction | times | median | worst |',
    '| --- | --: | --: | --: |',
    ...interactions.map(
      ({ name, times, medianMs, worstMs }) =>
        `| ${name} | ${times} | ${medianMs} ms | ${worstMs} ms |`,
    ),
  ].join('\n');
}

function machine({ browser, loadBefore }: Measured): string[] {
  const [cpu] = cpus();
  const lighthouse = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'),
  ) as { devDependencies: Record<string, string> };
  return [
    `- ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC; Lighthouse ${lighthouse.devDependencies.lighthouse}, Chromium ${browser}, Node ${process.versions.node}`,
    `- ${platform()}, ${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}, ${(totalmem() / 2 ** 30).toFixed(0)} GB`,
    `- Load of the machine (one minute): ${loadBefore.toFixed(1)} before, ${loadavg()[0]?.toFixed(1)} after; above ${cpus().length} it was busy with something else, and times are too long`,
  ];
}
