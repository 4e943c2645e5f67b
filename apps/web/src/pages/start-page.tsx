import { useQuery } from '@tanstack/react-query';
import { scanPath, paths } from '../app/paths.ts';
import { DemoDoor } from '../features/entry/demo-door.tsx';
import { MyAccountDoor } from '../features/entry/my-account-door.tsx';
import { WhatIsRead } from '../features/entry/what-is-read.tsx';
import '../features/entry/entry.css';
import { LazyTexts } from '../i18n/lazy-texts.tsx';
import { useText } from '../i18n/text.tsx';
import { queries } from '../lib/api-client.ts';
import { problemOf } from '../lib/api-problem.ts';
import { useDocumentTitle } from '../lib/use-document-title.ts';
import { useReport } from '../lib/use-report.ts';
import { useStartScan } from '../lib/use-start-scan.ts';
import { AppLink } from '../ui/app-link.tsx';
import { ProblemText } from '../ui/problem-text.tsx';

/** Two doors: the account of this machine's credentials, and the demo. */
export function StartPage() {
  return (
    <LazyTexts part="entry">
      <Start />
    </LazyTexts>
  );
}

function Start() {
  const t = useText();
  const connection = useQuery(queries.connection.queryOptions({ input: {}, retry: false }));
  const before = useReport();
  const start = useStartScan((scan) => scanPath(scan.id));
  useDocumentTitle([t('start.title')]);
  const target = start.isPending ? start.variables.target : null;
  const first = problemOf(before.error)?.code === 'no-report';
  return (
    <div className="doors-page">
      {first ? (
        <p className="entry-kicker">{t('start.kicker')}</p>
      ) : (
        <AppLink to={paths.overview}>{t('start.back')}</AppLink>
      )}
      <h1>{t('start.title')}</h1>
      <p className="doors-lead">{t('start.text')}</p>
      {start.error && problemOf(start.error)?.code !== 'scan-running' ? (
        <ProblemText error={start.error} />
      ) : null}
      <div className="doors">
        <MyAccountDoor
          query={connection}
          scanning={target === 'aws'}
          onScan={() => start.mutate({ target: 'aws' })}
        />
        <DemoDoor
          primary={connection.data !== undefined && connection.data.state !== 'found'}
          scanning={target === 'demo'}
          onScan={() => start.mutate({ target: 'demo' })}
        />
      </div>
      {connection.data ? <WhatIsRead operations={connection.data.operations} /> : null}
    </div>
  );
}
