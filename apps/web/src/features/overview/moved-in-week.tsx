import { Text, useLanguage, useText } from '../../i18n/text.tsx';
import { writeDay } from '../../lib/dates.ts';
import { useReport } from '../../lib/use-report.ts';
import { useWeek } from '../../lib/use-week.ts';

type Props = { figure: 'score' | 'stepsDone'; value: number };

/** How far a figure moved since the scan before this week, where the week tells of this very scan. */
export function MovedInWeek({ figure, value }: Props) {
  const t = useText();
  const language = useLanguage();
  const scan = useReport().data?.scan.id;
  const { was, now } = useWeek().data ?? {};
  const before = was?.[figure] ?? null;
  if (!was || before === null || now?.scanId !== scan || before === value)
    return <span className="moved" />;
  const better = value > before;
  return (
    <span className="moved">
      <Text
        id="score.moved"
        values={{
          n: Math.abs(value - before),
          day: writeDay(was.at, language),
          by: (parts) => (
            <strong className={better ? 'outcome-pass' : 'outcome-fail'}>
              <span aria-hidden="true">{better ? '▲' : '▼'} </span>
              {parts}
              <span className="visually-hidden"> {t(better ? 'score.better' : 'score.worse')}</span>
            </strong>
          ),
        }}
      />
    </span>
  );
}
