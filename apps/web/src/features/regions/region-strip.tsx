import { placeOf } from '@ippo/contracts';
import { checkPath } from '../../app/paths.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { groupFindings } from '../../lib/finding-groups.ts';
import type { RegionCell } from '../../lib/region-rows.ts';
import type { Sentences } from '../../lib/sentence.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { GroupSentence } from '../../ui/group-sentence.tsx';
import { OutcomeLabel } from '../../ui/outcome-icon.tsx';
import { cellPath } from './cell-path.ts';

/** A cell of the matrix as a reader points at it. */
export type Selected = { region: string; cell: RegionCell };

/** What the cell under focus or pointer says, in a sentence; how to move until there is one. */
export function RegionStrip(props: { selected: Selected | null; sentences: Sentences }) {
  const { selected, sentences } = props;
  const t = useText();
  const language = useLanguage();
  if (selected === null) return <p className="matrix-strip fine">{t('regions.keys')}</p>;
  const { check, shape } = selected.cell;
  const here = check.findings.filter(({ region }) => region === selected.region);
  const [group] = groupFindings(here);
  return (
    <div className="matrix-strip matrix-strip-on">
      <OutcomeLabel shape={shape} word={t(`outcome.${shape}`)} />
      <b>
        {placeOf(selected.region, language)} · {sentences.short(check.id)}
      </b>
      <span>
        {group ? <GroupSentence check={check.id} group={group} sentences={sentences} /> : null}
      </span>
      <span className="strip-links">
        {here.length > 0 ? (
          <AppLink to={cellPath(selected.region, check)}>
            {t(here.length === 1 ? 'regions.open-finding' : 'regions.open-findings', {
              n: here.length,
            })}
          </AppLink>
        ) : null}
        <AppLink to={checkPath(check.id)}>{t('regions.open-check')}</AppLink>
      </span>
    </div>
  );
}
