import ExpandableSection from '@cloudscape-design/components/expandable-section';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { scanPath } from '../../app/paths.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { queries } from '../../lib/api-client.ts';
import { writeDay, writeInstant } from '../../lib/dates.ts';
import { writeUnits } from '../../lib/write-names.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import { Chart } from './chart.tsx';
import { placed, type Placed } from './layout.ts';
import { useLabels } from './use-labels.ts';
import './trend.css';

type Props = {
  days: number;
  /** The end of the range, milliseconds. */
  until: number;
  /** On paper it is lower, and has no table behind a button. */
  paper?: boolean;
};

/** An account's line, or why there is none to draw. */
export function Trend({ days, until, paper = false }: Props) {
  const t = useText();
  const language = useLanguage();
  const account = useSearchParams()[0].get('account');
  const asked = Math.min(400, days + Math.ceil((Date.now() - until) / 86_400_000) + 1);
  const input = { days: String(asked), ...(account === null ? {} : { account }) };
  const trend = useQuery(queries.trend.queryOptions({ input, staleTime: 60_000 }));
  if (trend.error) return <ProblemText error={trend.error} />;
  if (!trend.data) return <div className="skeleton trend-waiting" aria-busy="true" />;
  const points = placed(trend.data.points, days, until);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return <p>{t('trend.none')}</p>;
  const score = (point: Placed) =>
    point.comparable === null
      ? t('trend.no-score', { from: point.from, to: point.upTo })
      : t('trend.score', { score: point.comparable });
  const sentence =
    first === last
      ? t('trend.one', { day: writeDay(last.at, language), score: score(last) })
      : t('trend.sentence', {
          ...{ n: points.length, from: writeDay(first.at, language), before: score(first) },
          ...{ to: writeDay(last.at, language), now: score(last) },
          ...{ stepsThen: first.stepsDone, stepsNow: last.stepsDone },
        });
  return (
    <>
      <Chart
        points={points}
        days={days}
        until={until}
        sentence={sentence}
        height={paper ? 76 : 150}
      />
      {first === last ? <p className="fine">{t('trend.one-text')}</p> : null}
      {paper ? null : (
        <ExpandableSection headerText={t('trend.table')} variant="footer">
          <PointTable points={points} />
        </ExpandableSection>
      )}
    </>
  );
}

function PointTable({ points }: { points: readonly Placed[] }) {
  const t = useText();
  const language = useLanguage();
  const labels = useLabels(points);
  return (
    <table className="rows">
      <thead>
        <tr>
          {(['scan', 'score', 'before', 'up-to', 'steps', 'checks', 'changes'] as const).map(
            (column) => (
              <th key={column} scope="col">
                {t(`trend.column.${column}`)}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {points.toReversed().map((point) => (
          <tr key={point.scanId}>
            <td>
              <AppLink to={scanPath(point.scanId)}>{writeInstant(point.at, language)}</AppLink>
            </td>
            <td>{point.comparable ?? t('trend.no-figure')}</td>
            <td>{point.before ?? t('trend.no-figure')}</td>
            <td>{point.upTo}</td>
            <td>{`${point.stepsDone} / 7`}</td>
            <td>{`${point.checks.judged} / ${point.checks.total}`}</td>
            <td>
              {writeUnits(
                labels.filter(({ time }) => time === point.time).map(({ text }) => text),
                language,
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
