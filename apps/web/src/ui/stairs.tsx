import type { Measure, StepState } from '@ippo/contracts';
import type { ReactNode } from 'react';
import { useText } from '../i18n/text.tsx';
import { useGo, useScoped } from '../lib/use-go.ts';
import { OutcomeIcon, type OutcomeShape } from './outcome-icon.tsx';
import './stairs.css';

export type Tread = {
  key: string;
  measure: Measure;
  state: StepState;
  name: string;
  fact: ReactNode;
  to: string;
};

/** The shape of a step's state: not needed counts as done and keeps its dash. */
export const shapeOfState: Record<StepState, OutcomeShape> = {
  done: 'pass',
  'not-done': 'fail',
  unknown: 'unknown',
  'not-needed': 'not-applicable',
};

/** Seven treads under four bracketed measures. Heights mean order, never value. */
export function Stairs({ treads }: { treads: readonly Tread[] }) {
  const t = useText();
  const go = useGo();
  const scoped = useScoped();
  return (
    <div className="stairs">
      <ol className="stairs-treads" aria-label={t('steps.list')}>
        {treads.map((tread, index) => (
          <li key={tread.key} className={`tread tread-${tread.state} tread-at-${index + 1}`}>
            <a
              href={scoped(tread.to)}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                event.preventDefault();
                go(tread.to);
              }}
            >
              <span className="tread-rise">
                <span className={`tread-state outcome-${shapeOfState[tread.state]}`}>
                  <OutcomeIcon shape={shapeOfState[tread.state]} size={24} />
                  <b>{t(`state.${tread.state}`)}</b>
                </span>
                <span className="tread-block" />
              </span>
              <span className="tread-text">
                <b className="tread-name">{tread.name}</b>
                <span className={`tread-fact outcome-${shapeOfState[tread.state]}`}>
                  {tread.fact}
                </span>
              </span>
            </a>
          </li>
        ))}
      </ol>
      <div className="stairs-measures" aria-hidden="true">
        {([1, 2, 3, 4] as const).map((measure) => (
          <div key={measure} className={`bracket bracket-${measure}`}>
            <span>{t('measure.number', { n: measure })}</span>
            <b>{t(`measure.${measure}.short`)}</b>
          </div>
        ))}
      </div>
    </div>
  );
}
