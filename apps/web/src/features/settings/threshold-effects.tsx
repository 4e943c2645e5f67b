import { dashed, type Outcome, type Settings, type ThresholdEffect } from '@ippo/contracts';
import { useQuery } from '@tanstack/react-query';
import { checkPath } from '../../app/paths.ts';
import { Text, useText } from '../../i18n/text.tsx';
import { queries } from '../../lib/api-client.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { OutcomeLabel } from '../../ui/outcome-icon.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import './settings.css';

const mostShown = 10;

/** What limits would change in the last scans; nothing is kept of it. */
export function ThresholdEffects({ settings }: { settings: Settings }) {
  const t = useText();
  const input = {
    rootUsageWindowDays: String(settings.rootUsageWindowDays),
    configRetentionDays: String(settings.configRetentionDays),
  };
  const { data, error } = useQuery(queries.settings.thresholdEffect.queryOptions({ input }));
  return (
    <section className="effects" aria-label={t('thresholds.effect')} aria-busy={!data && !error}>
      <h3>{t('thresholds.effect')}</h3>
      <div role="status">
        {error ? <ProblemText error={error} /> : null}
        {data || error ? null : t('thresholds.trying')}
        {data?.effects.length === 0 ? t('thresholds.nothing-read') : null}
        {data?.effects.map((effect) => (
          <Effect key={effect.scanId} effect={effect} />
        ))}
        {data && data.left > 0 ? (
          <p className="plain muted">{t('thresholds.left', { n: data.left })}</p>
        ) : null}
      </div>
    </section>
  );
}

function Effect({ effect }: { effect: ThresholdEffect }) {
  const t = useText();
  const account = dashed(effect.account);
  const { score, steps, findings, changed } = effect;
  if (changed === 0) return <p className="plain">{t('thresholds.no-change', { account })}</p>;
  const figure = (value: number | null) => value ?? t('thresholds.no-score');
  const rest = changed - Math.min(findings.length, mostShown);
  return (
    <div className="effect">
      <p className="plain">
        <strong>{t('thresholds.changes', { account, n: changed })}</strong>{' '}
        {score.held === null && score.tried === null
          ? ''
          : `${t('thresholds.score', { held: figure(score.held), tried: figure(score.tried) })} · `}
        {t('thresholds.steps', steps)}
      </p>
      <ul className="plain-list">
        {findings
          .slice(0, mostShown)
          .map(({ fingerprint, check, held, tried, region, resource }) => (
            <li key={fingerprint} className="change">
              <Word outcome={held} />
              <span aria-hidden="true">→</span>
              <Word outcome={tried} />
              <span className="arn">
                <Text
                  id="thresholds.place"
                  values={{
                    check: <AppLink to={checkPath(check)}>{check}</AppLink>,
                    place: resource ?? region ?? t('common.account-wide'),
                  }}
                />
              </span>
            </li>
          ))}
      </ul>
      {rest > 0 ? <p className="plain muted">{t('thresholds.more', { n: rest })}</p> : null}
    </div>
  );
}

function Word({ outcome }: { outcome: Outcome }) {
  const t = useText();
  return <OutcomeLabel shape={outcome} word={t(`outcome.${outcome}`)} />;
}
