import { useEffect, useRef, useState } from 'react';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { shortDay } from '../../lib/dates.ts';
import { rowsOf, runs, ticks, type Placed } from './layout.ts';
import { useLabels } from './use-labels.ts';

type Props = {
  points: readonly Placed[];
  days: number;
  until: number;
  sentence: string;
  /** Of the plot alone, pixels. */
  height: number;
};

const plot = { left: 30, right: 34 };
const labelRows = 3;
const rowHeight = 17;
const top = labelRows * rowHeight + 6;
const dayMs = 24 * 60 * 60 * 1_000;

/** Score, steps and coverage over time: solid is proven, dashed before halving, hatched what is unknown. */
export function Chart({ points, days, until, sentence, height }: Props) {
  const bottom = top + height;
  const t = useText();
  const language = useLanguage();
  const [frame, width] = useWidth();
  const labels = useLabels(points);
  const x = (time: number) =>
    plot.left + ((time - until) / (days * dayMs) + 1) * (width - plot.left - plot.right);
  const y = (score: number) => bottom - (score / 100) * height;
  const line = (run: readonly Placed[], of: (point: Placed) => number) =>
    run.map((point, i) => `${i === 0 ? 'M' : 'L'}${x(point.time)} ${y(of(point))}`).join('');
  const scored = runs(points, ({ comparable }) => comparable !== null);
  const halved = dashes(points);
  const count = width < 520 ? 6 : 12;
  const marks = ticks(points, { days, until, count });
  const placedLabels = labels.map((label) => {
    const at = x(label.time);
    return { ...label, at, x: Math.min(at, width - label.width) };
  });
  const rows = rowsOf(placedLabels, labelRows);
  const [first, last] = [scored[0]?.[0], scored.at(-1)?.at(-1)];
  return (
    <div ref={frame}>
      <svg
        className="trend"
        viewBox={`0 0 ${width} ${bottom + 74}`}
        width="100%"
        role="img"
        aria-label={sentence}
      >
        <defs>
          <pattern
            id="trend-hatch"
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <path d="M0 0V6" className="trend-hatch-line" />
          </pattern>
        </defs>
        {[0, 25, 50, 75, 100].map((score) => (
          <g key={score}>
            <path d={`M${plot.left} ${y(score)}H${width - plot.right}`} className="trend-grid" />
            <text x={plot.left - 6} y={y(score) + 4} textAnchor="end">
              {score}
            </text>
          </g>
        ))}
        {runs(points).map((run) => (
          <path key={run[0]?.scanId} d={area(run, x, y)} className="trend-unknown" />
        ))}
        {placedLabels.map((label, i) => {
          const row = rows[i];
          if (row === null || row === undefined) return null;
          const base = row * rowHeight + 12;
          return (
            <g key={label.key} className={`trend-label trend-label-${label.tone}`}>
              <path d={`M${label.at} ${base + 4}V${bottom}`} />
              <text x={label.x + 3} y={base}>
                {label.text}
              </text>
            </g>
          );
        })}
        <g className="trend-before">
          {halved.map((pair) => (
            <path key={pair[1]?.scanId} d={line(pair, ({ before }) => before ?? 0)} />
          ))}
          {points.filter(isHalved).map((point) => (
            <circle key={point.scanId} cx={x(point.time)} cy={y(point.before ?? 0)} r="2.5" />
          ))}
        </g>
        {scored.map((run) => (
          <g key={run[0]?.scanId} className="trend-score">
            <path d={line(run, ({ comparable }) => comparable ?? 0)} />
            {run.map((point) => (
              <circle
                key={point.scanId}
                cx={x(point.time)}
                cy={y(point.comparable ?? 0)}
                r={days > 90 ? 1.5 : 3}
              />
            ))}
          </g>
        ))}
        {first && last && first !== last ? (
          <text x={x(first.time)} y={y(first.comparable ?? 0) + 18} className="trend-value">
            {first.comparable}
          </text>
        ) : null}
        {last ? (
          <text x={x(last.time) + 8} y={y(last.comparable ?? 0) + 5} className="trend-value">
            {last.comparable}
          </text>
        ) : null}
        {marks.map(({ time, point }) => (
          <g key={time} textAnchor="middle">
            <text x={x(time)} y={bottom + 18}>
              {shortDay(new Date(time).toISOString(), language)}
            </text>
            <text x={x(time)} y={bottom + 40} className="trend-steps">
              {point ? point.stepsDone : '–'}
            </text>
            <text x={x(time)} y={bottom + 62}>
              {point ? `${point.checks.judged}/${point.checks.total}` : '–'}
            </text>
          </g>
        ))}
      </svg>
      <p className="fine">{t('trend.rows')}</p>
    </div>
  );
}

function isHalved({ before, score }: Placed): boolean {
  return before !== null && before !== score;
}

/** Neighbours of which one at least is halved: between them the line goes on as it would be without. */
function dashes(points: readonly Placed[]): Placed[][] {
  return runs(points, ({ before }) => before !== null).flatMap((run) =>
    run
      .slice(1)
      .map((point, i) => [run[i], point].flatMap((one) => one ?? []))
      .filter((pair) => pair.some(isHalved)),
  );
}

/** What is not known: from the proven score, or from the lowest possible one, to the highest. */
function area(run: readonly Placed[], x: (time: number) => number, y: (score: number) => number) {
  const low = run.map((point) => `${x(point.time)} ${y(point.comparable ?? point.from)}`);
  const high = run.map((point) => {
    const score = Math.max(point.upTo, point.comparable ?? point.from);
    return `${x(point.time)} ${y(score)}`;
  });
  // A lone point has no width; a short stroke shows its range.
  return run.length === 1
    ? `M${low[0]}L${high[0]}`
    : `M${[...low, ...high.toReversed()].join('L')}Z`;
}

/** The width that the drawing has, so that its words keep their size. */
function useWidth() {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(680);
  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      const found = Math.round(entry?.contentRect.width ?? 0);
      if (found > 0) setWidth(Math.max(300, found));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [frame, width] as const;
}
