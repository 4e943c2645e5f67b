import { useText } from '../../i18n/text.tsx';
import type { Sentences } from '../../lib/sentence.ts';
import { ProblemText } from '../../ui/problem-text.tsx';
import { RegionName } from '../../ui/region-name.tsx';
import type { useSelectionPreview } from './use-exceptions.ts';

type Props = { preview: ReturnType<typeof useSelectionPreview>; sentences: Sentences };

/** At most so many Regions are named; more are counted. */
const named = 3;
/** At most so many exceptions are listed; more are counted. */
const listed = 100;
/** A longer list stays closed: what else has to be said is in sight. */
const opened = 5;

/** The fails that a selection covers as the server counts them, and the exceptions that come of it. */
export function SelectionCovers({ preview: { data, error }, sentences }: Props) {
  const t = useText();
  if (error) return <ProblemText error={error} />;
  if (!data) return <p className="plain muted">{t('accept.counting')}</p>;
  const { fails, selected, critical, accepted, scopes } = data;
  return (
    <div className="covers" role="status">
      <b>{t('accept.covers', { n: fails })}</b>{' '}
      {critical > 0 ? <b>{t('accept.covers-critical-count', { n: critical })}</b> : null}
      {fails > selected ? <p>{t('accept.covers-beyond', { n: fails - selected })}</p> : null}
      {accepted > 0 ? <p>{t('accept.covers-accepted', { n: accepted })}</p> : null}
      <details open={scopes.length <= opened}>
        <summary>{t('accept.becomes', { n: scopes.length })}</summary>
        <ul className="covers-scopes">
          {scopes.slice(0, listed).map(({ account, check, regions, resource, fails: n }) => (
            <li key={`${account} ${check} ${resource}`}>
              {sentences.title(check)}
              {resource === null ? null : (
                <>
                  {' · '}
                  <bdi className="mono arn">{resource}</bdi>
                </>
              )}
              {' · '}
              {regions !== null && regions.length <= named
                ? regions.map((region, place) => (
                    <span key={region}>
                      {place > 0 ? ', ' : null}
                      <RegionName region={region} />
                    </span>
                  ))
                : t('accept.regions', { n: regions?.length ?? 0 })}
              {' · '}
              <span className="code-name">{t('accept.fails', { n })}</span>
            </li>
          ))}
          {scopes.length > listed ? (
            <li>{t('accept.more-scopes', { n: scopes.length - listed })}</li>
          ) : null}
        </ul>
      </details>
      <p className="muted">{t('accept.later')}</p>
    </div>
  );
}
