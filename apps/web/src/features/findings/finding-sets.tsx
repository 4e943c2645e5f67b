import { paths } from '../../app/paths.ts';
import { useText } from '../../i18n/text.tsx';
import { useGo, useScoped } from '../../lib/use-go.ts';
import { addressOf, queryOfSet, setIds, type SetId } from './finding-query.ts';

/** The saved filters as links; each is an address. */
export function FindingSets({ active }: { active: SetId | null }) {
  const t = useText();
  const go = useGo();
  const scoped = useScoped();
  return (
    <nav className="finding-sets" aria-label={t('findings.sets')}>
      {setIds.map((set) => {
        const query = addressOf(queryOfSet(set));
        const to = query === '' ? paths.findings : `${paths.findings}?${query}`;
        return (
          <a
            key={set}
            className="finding-set"
            href={scoped(to)}
            {...(set === active ? { 'aria-current': 'page' as const } : {})}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return;
              event.preventDefault();
              go(to);
            }}
          >
            {t(`findings.set.${set}`)}
          </a>
        );
      })}
    </nav>
  );
}
