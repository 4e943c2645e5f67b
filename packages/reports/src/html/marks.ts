import type { Severity } from '@ippo/contracts';
import type { Mark } from '../document/document.ts';
import { escaped } from './escape.ts';

/** The shapes of ux.md §3; the word beside each says the same. */
const drawings: Readonly<Record<Mark, string>> = {
  pass: '<circle cx="8" cy="8" r="7.5" fill="currentColor"/><path class="g" d="m4.6 8.3 2.4 2.3 4.4-4.8" stroke-width="1.8"/>',
  fail: '<rect x=".75" y=".75" width="14.5" height="14.5" rx="2.5" fill="currentColor"/><path class="g" d="m5 5 6 6m0-6-6 6" stroke-width="1.8"/>',
  unknown:
    '<path d="M4.4.8h7.2L15.7 8l-4.1 7.2H4.4L.3 8z" fill="currentColor"/><path class="g" d="M5.9 6.2c0-1.3 1-2 2.1-2s2.1.8 2.1 1.9c0 1.5-2.1 1.6-2.1 3.1M8 11.2v1.4" stroke-width="1.6"/>',
  manual:
    '<g fill="none" stroke="currentColor" stroke-width="1.6"><circle cx="8" cy="4.6" r="3.1"/><path d="M1.9 15.2c0-3.5 2.5-5 6.1-5s6.1 1.5 6.1 5"/></g>',
  blocked:
    '<g fill="none" stroke="currentColor" stroke-width="1.6"><rect x="1.3" y="1.3" width="13.4" height="13.4" rx="2.5"/><path d="M4.4 8h6.8M8.4 5.2 11.2 8l-2.8 2.8"/></g>',
  'not-applicable': '<path d="M3 8h10" stroke="currentColor" stroke-width="2"/>',
};
const levels = ['low', 'medium', 'high', 'critical'] as const;

/** Every drawing once; the page refers to them. */
export function symbols(): string {
  const marks = Object.entries(drawings).map(
    ([mark, drawing]) => `<symbol id="m-${mark}" viewBox="0 0 16 16">${drawing}</symbol>`,
  );
  const bars = levels.map((level, full) => {
    const each = levels.map((_, bar) => {
      const high = 4 * (bar + 1);
      const fill = bar <= full ? 'currentColor' : 'none';
      return `<rect x="${bar * 4.4 + 0.4}" y="${16.5 - high}" width="3" height="${high - 0.9}" fill="${fill}" stroke="currentColor" stroke-width=".7"/>`;
    });
    return `<symbol id="s-${level}" viewBox="0 0 18 17">${each.join('')}</symbol>`;
  });
  return `<svg class="symbols" aria-hidden="true" width="0" height="0">${[...marks, ...bars].join('')}</svg>`;
}

/** A mark's shape and its word. */
export function marked(mark: Mark, word: string): string {
  return `<span class="mark ${mark}">${shape(`m-${mark}`)}${escaped(word)}</span>`;
}

/** A shape alone, for where the word follows. */
export function markShape(mark: Mark): string {
  return `<span class="mark ${mark}">${shape(`m-${mark}`)}</span>`;
}

/** Rising bars and the word; a severity has no colour. */
export function severityOf(severity: Severity, word: string): string {
  return `<span class="severity">${shape(`s-${severity}`)}${escaped(word)}</span>`;
}

function shape(id: string): string {
  return `<svg aria-hidden="true" focusable="false"><use href="#${id}"/></svg>`;
}
