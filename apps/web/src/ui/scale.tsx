import type { ScanReport } from '@ippo/contracts';
import { useText } from '../i18n/text.tsx';
import './scale.css';

type Props = { score: ScanReport['score']; label: string };

/** 0 to 100: ink up to the proven value, a ring where it would be without the halving, hatched to "up to". */
export function Scale({ score, label }: Props) {
  const t = useText();
  const solid = score.value ?? 0;
  const from = score.value ?? score.from;
  const ring = score.before !== null && score.before !== score.value ? score.before : null;
  return (
    <div className="scale">
      {ring === null ? null : (
        <div className="scale-ring" aria-hidden="true">
          <span style={{ insetInlineStart: `${ring}%`, transform: `translateX(-${ring}%)` }}>
            {t('score.ring', { n: ring })}
          </span>
        </div>
      )}
      <svg role="img" aria-label={label} width="100%" height="26">
        <defs>
          <pattern
            id="scale-hatch"
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="6" height="6" fill="var(--ippo-unknown-tint)" />
            <rect width="2" height="6" fill="var(--ippo-unknown)" />
          </pattern>
        </defs>
        <rect y="6" width="100%" height="14" rx="7" fill="var(--ippo-rail)" />
        {score.upTo > from ? (
          <rect
            className="scale-unknown"
            x={`${from}%`}
            y="6.5"
            width={`${score.upTo - from}%`}
            height="13"
            rx="2"
            fill="url(#scale-hatch)"
            stroke="var(--ippo-unknown)"
          />
        ) : null}
        {solid > 0 ? (
          <rect y="6" width={`${solid}%`} height="14" rx="7" fill="var(--ippo-ink)" />
        ) : null}
        {ring === null ? null : (
          <circle
            cx={`${ring}%`}
            cy="13"
            r="8"
            fill="var(--ippo-page)"
            stroke="var(--ippo-ink)"
            strokeWidth="3"
          />
        )}
      </svg>
      <div className="scale-ends" aria-hidden="true">
        <span>0</span>
        <span>100</span>
      </div>
    </div>
  );
}
