import type { Outcome } from '@ippo/contracts';
import { Fragment } from 'react';
import { paths } from '../../app/paths.ts';
import { useText } from '../../i18n/text.tsx';
import { AppLink } from '../../ui/app-link.tsx';
import { OutcomeIcon } from '../../ui/outcome-icon.tsx';

const order = ['pass', 'fail', 'unknown', 'manual', 'not-applicable'] as const;

/** The statement of completeness in one line; of the newest scan each part opens what it counts. */
export function NumbersAddUp(props: {
  findings: Readonly<Record<Outcome, number>>;
  blocked: number;
  /** Whether the list of findings is of the same scan. */
  linked: boolean;
}) {
  const t = useText();
  const { findings, blocked, linked } = props;
  const all = order.reduce((sum, outcome) => sum + findings[outcome], 0);
  return (
    <section aria-labelledby="add-up">
      <h2 id="add-up">{t('reports.add-up')}</h2>
      <p className="add-up">
        <b>{t('reports.results', { n: all })}</b>
        {order.map((outcome, at) => (
          <Fragment key={outcome}>
            <span className="add-up-sign" aria-hidden="true">
              {at === 0 ? '=' : '+'}
            </span>
            <span className="visually-hidden">
              {t(at === 0 ? 'reports.equals' : 'reports.plus')}
            </span>
            <span className={`add-up-part outcome-${outcome}`}>
              <OutcomeIcon shape={outcome} />
              {linked && findings[outcome] > 0 ? (
                <AppLink to={`${paths.findings}?set=all&outcome=${outcome}`}>
                  {t(`reports.count.${outcome}`, { n: findings[outcome] })}
                </AppLink>
              ) : (
                <span>{t(`reports.count.${outcome}`, { n: findings[outcome] })}</span>
              )}
            </span>
          </Fragment>
        ))}
      </p>
      <p className="fine">
        {t('reports.add-up-about')} {blocked > 0 ? t('reports.blocked', { n: blocked }) : null}
      </p>
    </section>
  );
}
