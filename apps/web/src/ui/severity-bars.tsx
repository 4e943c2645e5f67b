import type { Severity } from '@ippo/contracts';
import { useText } from '../i18n/text.tsx';

const rank: Record<Severity, number> = { low: 1, medium: 2, high: 3, critical: 4 };

/** Four rising bars and the word: severity never has a colour. */
export function SeverityBars({ severity }: { severity: Severity }) {
  const t = useText();
  return (
    <span className="severity">
      <svg width="16" height="12" viewBox="0 0 16 12" aria-hidden="true" focusable="false">
        {[1, 2, 3, 4].map((bar) => (
          <rect
            key={bar}
            x={(bar - 1) * 4.2}
            y={12 - bar * 3}
            width="3"
            height={bar * 3}
            fill={bar <= rank[severity] ? 'var(--ippo-ink)' : 'var(--ippo-rail)'}
          />
        ))}
      </svg>
      {t(`severity.${severity}`)}
    </span>
  );
}
