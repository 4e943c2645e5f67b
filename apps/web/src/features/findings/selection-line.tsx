import Button, { type ButtonProps } from '@cloudscape-design/components/button';
import { mostSelected } from '@ippo/contracts';
import { useRef } from 'react';
import { useText } from '../../i18n/text.tsx';
import { countOnPage } from './picked.ts';
import type { FindingsData } from './use-findings.ts';
import type { Selection } from './use-selection.ts';

type Props = { data: FindingsData; selection: Selection; count: number; busy: boolean };

/** What is selected, on this page and beyond, and the way to all or nothing. Its place is always kept. */
export function SelectionLine({ data, selection, count, busy }: Props) {
  const t = useText();
  const first = useRef<ButtonProps.Ref>(null);
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
      {/* One button in one place, so that the focus stays where it was. */}
      <Button
        ref={first}
        variant="inline-link"
        disabled={busy}
        onClick={count < total ? selection.tickAll : selection.clear}
      >
        {count < total ? t('findings.select-every', { n: total }) : t('findings.select-none')}
      </Button>
      {count > 0 && count < total ? (
        <Button
          variant="inline-link"
          onClick={() => {
            selection.clear();
            first.current?.focus();
          }}
        >
          {t('findings.select-none')}
        </Button>
      ) : null}
    </div>
  );
}
