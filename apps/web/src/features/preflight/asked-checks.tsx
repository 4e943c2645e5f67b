import { checkPath, paths } from '../../app/paths.ts';
import type { Severity } from '@ippo/contracts';
import { useText } from '../../i18n/text.tsx';
import type { Sentences } from '../../lib/sentence.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { SeverityBars } from '../../ui/severity-bars.tsx';

type Props = { ids: readonly string[]; sentences: Sentences };

const rank: Record<Severity, number> = { critical: 0, high: 1, medium: 2, low: 3 };
const shownAtMost = 3;

/** The checks that need a permission, the most severe first; none where another way is asked. */
export function AskedChecks({ ids, sentences }: Props) {
  const t = useText();
  const severityOf = (id: string) => sentences.check(id)?.severity ?? 'low';
  if (ids.length === 0) return <span className="fine">{t('preflight.stands-in')}</span>;
  const ordered = ids.toSorted((a, b) => rank[severityOf(a)] - rank[severityOf(b)]);
  const shown = ids.length === shownAtMost + 1 ? ordered : ordered.slice(0, shownAtMost);
  return (
    <ul className="asked-checks">
      {shown.map((id) => (
        <li key={id}>
          <AppLink to={checkPath(id)}>{sentences.short(id)}</AppLink>
          <SeverityBars severity={severityOf(id)} />
        </li>
      ))}
      {shown.length < ids.length ? (
        <li>
          <AppLink to={`${paths.checks}?ids=${ids.join(',')}`}>
            {t('preflight.more-checks', { n: ids.length - shown.length })}
          </AppLink>
        </li>
      ) : null}
    </ul>
  );
}
