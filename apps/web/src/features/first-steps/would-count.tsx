import type { ScanReport } from '@ippo/contracts';
import { preflightPath } from '../../app/paths.ts';
import { useText } from '../../i18n/text.tsx';
import type { StepView } from '../../lib/report-steps.ts';
import { openers } from '../../lib/unseen.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { useScanTarget } from '../../ui/scan-button.tsx';

type Props = { step: StepView; report: ScanReport };

/** An unknown step: what would make it count, reading by reading; what a person can say stands beside. */
export function WouldCount({ step, report }: Props) {
  const t = useText();
  const target = useScanTarget(report.source);
  const ids = step.checks.map(({ id }) => id);
  const hidden = report.unreadable.filter(({ checks }) => checks.some((id) => ids.includes(id)));
  const ways = [...new Set(hidden.map(({ reason }) => openers[reason]))];
  if (ways.length === 0) return null;
  return (
    <div className="would-count">
      <h4>{t('first-steps.would-count')}</h4>
      <ul>
        {ways.map((way) => (
          <li key={way}>
            {way === 'policy' ? (
              <AppLink to={preflightPath(target)}>{t('unseen.open.policy')}</AppLink>
            ) : (
              t(`unseen.open.${way}`)
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
