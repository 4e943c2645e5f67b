import type { Drift } from '@ippo/contracts';
import { paths } from '../../app/paths.ts';
import { useText } from '../../i18n/text.tsx';
import { AppLink } from '../../ui/app-link.tsx';

/** First steps and score at both ends, over the checks that both have. */
export function ThenNow({ drift: { before, after } }: { drift: Drift }) {
  const t = useText();
  const score = (end: Drift['before']) =>
    end.score === null ? t('changes.no-score') : String(end.score);
  return (
    <dl className="then-now">
      <div>
        <dt>
          <AppLink to={paths.firstSteps}>{t('changes.steps')}</AppLink>
        </dt>
        <dd>
          {before.stepsDone} <span aria-hidden="true">→</span>
          <span className="visually-hidden">{t('changes.then')}</span> <b>{after.stepsDone}</b>
        </dd>
      </div>
      <div>
        <dt>{t('changes.score')}</dt>
        <dd>
          {score(before)} <span aria-hidden="true">→</span>
          <span className="visually-hidden">{t('changes.then')}</span> <b>{score(after)}</b>{' '}
          <span className="change-note">{t('changes.up-to', { upTo: after.upTo })}</span>
        </dd>
      </div>
    </dl>
  );
}
