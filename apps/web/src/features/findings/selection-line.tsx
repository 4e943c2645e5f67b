import Button from '@cloudscape-design/components/button';
import { mostSelected } from '@ippo/contracts';
import { useText } from '../../i18n/text.tsx';
import { countOnPage } from './picked.ts';
import type { FindingsData } from './use-findings.ts';
import type { Selection } from './use-selection.ts';

type Props = { data: FindingsData; selection: Selection; count: number; busy: boolean };

/** What is selected, on this page and beyond, and the way to all or nothing. Its place is always kept. */
export function SelectionLine({ data, selection, count, busy }: Props) {
  const t = useText();
  const { total, lines } = data;
  if (total === 0) return null;
  const elsewhere = count - countOnPage(lines, selection.picked);
  return (
    <div className="selection-line">
      <span role="status">
        {selection.note === 'dropped' ? `${t('findings.selection-dropped')} ` : null}
        {count === 0
          ? t('findings.selected-none')
          : t('findings.selected', { n: count, elsewhere: busy ? 0 : Math.max(0, elsewhere) })}
        {selection.note === 'full' ? (
          <b> {t('findings.selection-full', { most: mostSelected })}</b>
        ) : null}
      </span>
      {count < total && !busy ? (
        <Button variant="inline-link" onClick={selection.tickAll}>
          {t('findings.select-every', { n: total })}
        </Button>
      ) : null}
      {count > 0 ? (
        <Button variant="inline-link" onClick={selection.clear}>
          {t('findings.select-none')}
        </Button>
      ) : null}
    </div>
  );
}
