import { stepWords, type StepState, type TrendMark } from '@ippo/contracts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import type { Placed } from './layout.ts';

/** What changed at a point, by name: the account's own doing, or ours. */
export type ChangeLabel = {
  key: string;
  time: number;
  text: string;
  tone: 'pass' | 'fail' | 'unknown' | 'ours';
  /** About how many pixels it takes. */
  width: number;
};

const signs: Readonly<Record<StepState, string>> = {
  done: '▲',
  'not-needed': '▲',
  'not-done': '▼',
  unknown: '?',
};

/** The names of what changed along a line, oldest first. */
export function useLabels(points: readonly Placed[]): ChangeLabel[] {
  const t = useText();
  const language = useLanguage();
  return points.flatMap(({ time, scanId, moved, marks }) => [
    ...moved.map(({ id, to }) =>
      labelOf({
        ...{ key: `${scanId} ${id}`, time, text: `${signs[to]} ${stepWords[id][language]}` },
        tone: toneOf(to),
      }),
    ),
    ...marks.map((mark: TrendMark) =>
      labelOf({
        ...{ key: `${scanId} ${mark}`, time, text: `◆ ${t(`trend.mark.${mark}`)}` },
        tone: 'ours' as const,
      }),
    ),
  ]);
}

function toneOf(to: StepState): 'pass' | 'fail' | 'unknown' {
  if (to === 'unknown') return 'unknown';
  return to === 'not-done' ? 'fail' : 'pass';
}

function labelOf(label: Omit<ChangeLabel, 'width'>): ChangeLabel {
  const wide = label.text.match(/[\u3000-\uffff]/g)?.length ?? 0;
  return { ...label, width: wide * 12 + (label.text.length - wide) * 6.8 + 6 };
}
