import { measures, type Measure } from '@ippo/contracts';
import { useText } from '../../i18n/text.tsx';
import type { StepView } from '../../lib/report-steps.ts';
import { OutcomeIcon } from '../../ui/outcome-icon.tsx';
import { shapeOfState } from '../../ui/stairs.tsx';

/** The four measures as links, each with the marks of its practices. */
export function MeasurePath({ steps }: { steps: readonly StepView[] }) {
  const t = useText();
  return (
    <nav aria-label={t('first-steps.path')} className="path">
      {measures.map((measure) => {
        const own = steps.filter((step) => step.measure === measure);
        const done = own.filter(isDone).length;
        return (
          <a
            key={measure}
            href={`#measure-${measure}`}
            className={`path-link path-${measure}${done === own.length ? ' path-done' : ''}`}
          >
            <span className="path-marks">
              {own.map((step) => (
                <OutcomeIcon key={step.id} shape={shapeOfState[step.state]} size={18} />
              ))}
            </span>
            <span className="path-count">
              {t('first-steps.measure-done', { n: measure, done, total: own.length })}
            </span>
            <b>{t(nameOf(measure))}</b>
          </a>
        );
      })}
    </nav>
  );
}

function isDone(step: StepView): boolean {
  return step.state === 'done' || step.state === 'not-needed';
}

function nameOf(measure: Measure) {
  return `measure.${measure}.name` as const;
}
