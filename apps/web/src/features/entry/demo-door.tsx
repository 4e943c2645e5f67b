import Button from '@cloudscape-design/components/button';
import { useText } from '../../i18n/text.tsx';

type Props = { primary: boolean; scanning: boolean; onScan: () => void };

/** The second door: a made-up account, always saying so. */
export function DemoDoor({ primary, scanning, onScan }: Props) {
  const t = useText();
  return (
    <section className={`door${primary ? ' door-first' : ''}`}>
      <h2>{t('start.demo')}</h2>
      <DemoStair />
      <p>{t('start.demo-text')}</p>
      <ul>
        <li>{t('start.demo-none')}</li>
        <li>{t('start.demo-works')}</li>
        <li>{t('start.demo-says')}</li>
      </ul>
      <div className="door-actions">
        <Button variant={primary ? 'primary' : 'normal'} loading={scanning} onClick={onScan}>
          {t('start.explore')}
        </Button>
      </div>
    </section>
  );
}

const strokes = ['unknown', 'pass', 'pass', 'pass', 'fail', 'unknown', 'fail'] as const;

function DemoStair() {
  return (
    <svg
      viewBox="0 0 340 66"
      width="100%"
      height="66"
      preserveAspectRatio="xMinYMid meet"
      aria-hidden="true"
    >
      <path
        d={`M0 66V52${strokes.map((_, i) => `H${i * 48}V${52 - i * 8}H${(i + 1) * 48}`).join('')}V66Z`}
        fill="var(--ippo-stair-top)"
      />
      {strokes.map((kind, index) => (
        <path
          key={index}
          d={`M${index * 48 + 1} ${52 - index * 8}h46`}
          stroke={`var(--ippo-${kind})`}
          strokeWidth="4"
          {...(kind === 'unknown' ? { strokeDasharray: '6 4' } : {})}
        />
      ))}
    </svg>
  );
}
