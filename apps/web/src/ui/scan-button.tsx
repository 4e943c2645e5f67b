import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { may, type ScanTarget, type Source } from '@ippo/contracts';
import { scanPath } from '../app/paths.ts';
import { useText } from '../i18n/text.tsx';
import { problemOf } from '../lib/api-problem.ts';
import { useReport, useSession } from '../lib/use-report.ts';
import { useStartScan } from '../lib/use-start-scan.ts';
import { ProblemText } from './problem-text.tsx';

type Props = {
  label?: string;
  look?: 'normal' | 'primary' | 'inline-link';
  /** What is scanned; else whatever the report of this source came by. */
} & ({ target: ScanTarget } | { source: Source });

/** What to scan, or try, for more of the report that the page shows: the connection that it came by. */
export function useScanTarget({ kind }: Source): ScanTarget {
  return useReport().data?.scan.target ?? targetOf({ kind });
}

/** Where no scan is known: the account of this machine, or the made-up one. */
function targetOf({ kind }: Source): ScanTarget {
  return kind === 'simulated' ? 'demo' : 'aws';
}

/** Scans the same source again, for who may: made-up data stays made up. */
export function ScanButton({ label, look = 'normal', ...what }: Props) {
  const t = useText();
  const start = useStartScan((scan) => scanPath(scan.id));
  const ofReport = useScanTarget('source' in what ? what.source : { kind: 'aws' });
  const target = 'target' in what ? what.target : ofReport;
  const problem = problemOf(start.error);
  const role = useSession().data?.role;
  if (role !== undefined && !may(role, 'scan')) return null;
  return (
    <SpaceBetween size="xs">
      <Button
        iconName="refresh"
        variant={look}
        loading={start.isPending}
        onClick={() => start.mutate({ target })}
      >
        {label ?? t('common.scan-now')}
      </Button>
      {problem && problem.code !== 'scan-running' ? <ProblemText error={start.error} /> : null}
    </SpaceBetween>
  );
}
