import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ScanTarget, Source } from '@ippo/contracts';
import { scanPath } from '../app/paths.ts';
import { useText } from '../i18n/text.tsx';
import { problemOf } from '../lib/api-problem.ts';
import { useStartScan } from '../lib/use-start-scan.ts';
import { ProblemText } from './problem-text.tsx';

type Props = { source: Source; label?: string; inline?: boolean };

/** What to scan, or try, for more of the same source. */
export function targetOf({ kind }: Source): ScanTarget {
  return kind === 'simulated' ? 'demo' : 'aws';
}

/** Scans the same source again: made-up data stays made up. */
export function ScanButton({ source, label, inline = false }: Props) {
  const t = useText();
  const start = useStartScan((scan) => scanPath(scan.id));
  const problem = problemOf(start.error);
  return (
    <SpaceBetween size="xs">
      <Button
        iconName="refresh"
        variant={inline ? 'inline-link' : 'normal'}
        loading={start.isPending}
        onClick={() => start.mutate({ target: targetOf(source) })}
      >
        {label ?? t('common.scan-now')}
      </Button>
      {problem && problem.code !== 'scan-running' ? <ProblemText error={start.error} /> : null}
    </SpaceBetween>
  );
}
