import Button from '@cloudscape-design/components/button';
import Toggle from '@cloudscape-design/components/toggle';
import { may } from '@ippo/contracts';
import { useText } from '../../i18n/text.tsx';
import { useNarrow } from '../../lib/use-narrow.ts';
import { useSession } from '../../lib/use-report.ts';
import { ExportMenu } from '../../ui/export-menu.tsx';
import type { useDensity } from './use-density.ts';
import type { FindingsList } from './use-findings.ts';
import type { Selection } from './use-selection.ts';

type Props = {
  findings: FindingsList;
  selection: Selection;
  density: ReturnType<typeof useDensity>;
  /** Opens the form with the fails that are selected. */
  onAccept: (fingerprints: readonly string[]) => void;
};

/** What can be done with the list, or with what is selected of it. */
export function ListActs({ findings, selection, density, onAccept }: Props) {
  const t = useText();
  const narrow = useNarrow();
  const allowed = may(useSession().data?.role ?? null, 'accept');
  const [compact, setCompact] = density;
  const { filter, place } = findings;
  const { rows } = selection;
  const prints = rows.map(({ fingerprint }) => fingerprint);
  const fails = rows.flatMap(({ outcome, fingerprint }) =>
    outcome === 'fail' ? [fingerprint] : [],
  );
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
          disabled={fails.length === 0}
          disabledReason={t('findings.accept-why', { n: rows.length })}
          onClick={() => onAccept(fails)}
        >
          {t('findings.accept', { n: fails.length })}
        </Button>
      ) : null}
      <ExportMenu
        table="findings"
        selected={rows.length}
        query={{
          ...(rows.length > 0 ? { finding: prints.join(',') } : filter),
          ...{ sort: place.sort, order: place.order },
        }}
      />
    </div>
  );
}
