import Button from '@cloudscape-design/components/button';
import Toggle from '@cloudscape-design/components/toggle';
import { may } from '@ippo/contracts';
import { useText } from '../../i18n/text.tsx';
import { useNarrow } from '../../lib/use-narrow.ts';
import { useSession } from '../../lib/use-report.ts';
import { ExportMenu } from '../../ui/export-menu.tsx';
import { pickedQuery } from './picked.ts';
import type { useDensity } from './use-density.ts';
import type { FindingsList } from './use-findings.ts';
import type { Selection } from './use-selection.ts';

type Props = {
  findings: FindingsList;
  selection: Selection;
  /** How many findings are selected, and how many of them fail. */
  counted: { count: number; fails: number };
  density: ReturnType<typeof useDensity>;
  /** Opens the form for the fails that are selected. */
  onAccept: () => void;
};

/** What can be done with the list, or with what is selected of it. */
export function ListActs({ findings, selection, counted, density, onAccept }: Props) {
  const t = useText();
  const narrow = useNarrow();
  const allowed = may(useSession().data?.role ?? null, 'accept');
  const [compact, setCompact] = density;
  const { filter, place } = findings;
  const { count, fails } = counted;
  return (
    <div className="findings-actions">
      <Toggle checked={findings.group} onChange={({ detail }) => findings.setGroup(detail.checked)}>
        {t('findings.group')}
      </Toggle>
      {narrow ? null : (
        <Toggle checked={compact} onChange={({ detail }) => setCompact(detail.checked)}>
          {t('findings.compact')}
        </Toggle>
      )}
      {allowed ? (
        <Button
          disabled={fails === 0}
          disabledReason={t('findings.accept-why', { n: count })}
          onClick={onAccept}
        >
          {t('findings.accept', { n: fails })}
        </Button>
      ) : null}
      <ExportMenu
        table="findings"
        selected={count}
        query={{
          ...filter,
          ...(count > 0 && pickedQuery(selection.picked)),
          ...{ sort: place.sort, order: place.order },
        }}
      />
    </div>
  );
}
