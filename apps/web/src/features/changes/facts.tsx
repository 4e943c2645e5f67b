import {
  regionStateWords,
  stepStateWords,
  stepWords,
  type Drift,
  type StepState,
} from '@ippo/contracts';
import { stepPath } from '../../app/paths.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { AppLink } from '../../ui/app-link.tsx';
import { OutcomeLabel, type OutcomeShape } from '../../ui/outcome-icon.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import { RegionName } from '../../ui/region-name.tsx';

const shapes: Readonly<Record<StepState, OutcomeShape>> = {
  done: 'pass',
  'not-done': 'fail',
  unknown: 'unknown',
  'not-needed': 'not-applicable',
};

/** What AWS showed differently, before what is made of it: Regions and first steps, old → new. */
export function Facts({ drift }: { drift: Drift }) {
  const t = useText();
  const language = useLanguage();
  const { steps, regions } = drift;
  return (
    <PageSection id="facts" title={t('changes.facts')} about={t('changes.facts-about')}>
      {steps.length === 0 && regions.length === 0 ? (
        <p className="change-none">{t('changes.facts-none')}</p>
      ) : null}
      <dl className="facts">
        {steps.map(({ id, before, after }) => (
          <div key={id}>
            <dt>
              <AppLink to={stepPath(id)}>{stepWords[id][language]}</AppLink>
            </dt>
            <dd className="move">
              <OutcomeLabel shape={shapes[before]} word={stepStateWords[before][language]} />
              <Then />
              <OutcomeLabel shape={shapes[after]} word={stepStateWords[after][language]} />
            </dd>
          </div>
        ))}
        {regions.map(({ name, before, after }) => (
          <div key={name}>
            <dt>
              <RegionName region={name} />
            </dt>
            <dd className="move">
              <span>
                {before === null
                  ? t('changes.region-not-listed')
                  : regionStateWords[before][language]}
              </span>
              <Then />
              <b>
                {after === null
                  ? t('changes.region-not-listed')
                  : regionStateWords[after][language]}
              </b>
            </dd>
          </div>
        ))}
      </dl>
    </PageSection>
  );
}

function Then() {
  const t = useText();
  return (
    <>
      <span aria-hidden="true">→</span>
      <span className="visually-hidden">{t('changes.then')}</span>
    </>
  );
}
