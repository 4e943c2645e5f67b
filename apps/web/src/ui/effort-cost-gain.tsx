import { useText } from '../i18n/text.tsx';
import { Cost } from './cost.tsx';
import type { Gain } from './use-gain.ts';
import './trio.css';

type Props = { minutes: number; cost: string; gain: Gain };

/** What a step takes, what it costs by the month, and what it brings. */
export function EffortCostGain({ minutes, cost, gain }: Props) {
  const t = useText();
  return (
    <dl className="trio">
      <div>
        <dt>{t('next.effort')}</dt>
        <dd>
          <b>{t('next.minutes', { n: minutes })}</b>
        </dd>
      </div>
      <div>
        <dt>{t('next.cost')}</dt>
        <dd>
          <Cost text={cost} />
        </dd>
      </div>
      <div>
        <dt>{t('next.gain')}</dt>
        <dd>
          <b>{gain.title}</b>
          {gain.basis ? <small>{gain.basis}</small> : null}
        </dd>
      </div>
    </dl>
  );
}
