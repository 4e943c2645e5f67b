import { useText } from '../../i18n/text.tsx';
import { OutcomeIcon, type OutcomeShape } from '../../ui/outcome-icon.tsx';

/** What the cells of the matrix mean: only those that stand in it. */
export function RegionLegend({ shapes }: { shapes: readonly OutcomeShape[] }) {
  const t = useText();
  return (
    <ul className="matrix-legend" aria-label={t('regions.legend')}>
      {shapes.map((shape) => (
        <li key={shape}>
          <span className={`cell cell-${shape}${shape === 'unknown' ? ' hatched-cell' : ''}`}>
            <OutcomeIcon shape={shape} size={14} />
          </span>
          {t(`outcome.${shape}`)}
        </li>
      ))}
    </ul>
  );
}
