import { useText } from '../../i18n/text.tsx';
import type { Sentences } from '../../lib/sentence.ts';
import { OutcomeIcon, OutcomeLabel } from '../../ui/outcome-icon.tsx';
import { RegionName } from '../../ui/region-name.tsx';
import type { EvidenceItem } from './order-readings.ts';

type Props = { readings: EvidenceItem[]; sentences: Sentences };

/** What this check asked and nobody answered; always shown, also when there is nothing. */
export function NotSeen({ readings, sentences }: Props) {
  const t = useText();
  return (
    <section className="not-seen">
      <h3>
        <OutcomeLabel
          shape={readings.length > 0 ? 'unknown' : 'not-applicable'}
          word={t('check.not-seen')}
        />
      </h3>
      {readings.length === 0 ? <p className="fine">{t('check.not-seen-none')}</p> : null}
      <ul>
        {readings.map((reading) =>
          reading.readable ? null : (
            <li key={`${reading.type} ${reading.region} ${reading.resource ?? ''}`}>
              <OutcomeIcon shape="unknown" size={12} />
              <code className="code-name">{reading.action}</code>{' '}
              <RegionName region={reading.region} />{' '}
              <span>
                {sentences.readingReason(reading.reason)}
                {reading.detail ? <span className="mono"> ({reading.detail})</span> : null}
              </span>
            </li>
          ),
        )}
      </ul>
    </section>
  );
}
