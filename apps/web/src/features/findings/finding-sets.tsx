import { useText } from '../../i18n/text.tsx';
import { useGo, useScoped } from '../../lib/use-go.ts';
import { queryOfSet, setIds, type SetId } from './finding-query.ts';
import type { FindingsList } from './use-findings.ts';

/** The saved filters as links; each is an address. */
export function FindingSets(props: { active: SetId | null; findings: FindingsList }) {
  const { active, findings } = props;
  const t = useText();
  const go = useGo();
  const scoped = useScoped();
  return (
    <nav className="finding-sets" aria-label={t('findings.sets')}>
      {setIds.map((set) => {
        const to = findings.hrefOf(queryOfSet(set));
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
