import type { ExceptionScope } from '@ippo/contracts';
import { findingPath } from '../../app/paths.ts';
import { useText } from '../../i18n/text.tsx';
import { AppLink } from '../../ui/app-link.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import { RegionName } from '../../ui/region-name.tsx';
import { usePreview } from './use-exceptions.ts';

/** How many fails a scope covers and which of them are critical, before it is accepted. */
export function Covers({ scope }: { scope: ExceptionScope }) {
  const t = useText();
  const { data, error } = usePreview(scope);
  if (error) return <ProblemText error={error} />;
  if (!data) return <p className="plain muted">{t('accept.counting')}</p>;
  const { fails, critical, criticalOnes, unknown, accepted } = data;
  const alone = fails === 1 && critical === 1;
  return (
    <div className="covers" role="status">
      <b>{t('accept.covers', { n: fails })}</b> {alone ? <b>{t('accept.only-critical')}</b> : null}
      {critical > 0 && !alone ? (
        <>
          <b>{t('accept.covers-critical', { n: critical })}</b>
          <ul className="covers-critical">
            {criticalOnes.map(({ fingerprint, region, resource }) => (
              <li key={fingerprint}>
                <AppLink to={findingPath(fingerprint)}>
                  {resource ? <bdi className="mono arn">{resource}</bdi> : null}
                  {resource && region ? ' · ' : null}
                  {region || !resource ? <RegionName region={region ?? 'global'} /> : null}
                </AppLink>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {accepted > 0 ? <p>{t('accept.covers-accepted', { n: accepted })}</p> : null}
      {unknown > 0 ? (
        <p className="covers-unknown">{t('accept.covers-unknown', { n: unknown })}</p>
      ) : null}
      <p className="muted">{t('accept.later')}</p>
    </div>
  );
}
