import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useQuery } from '@tanstack/react-query';
import { paths } from '../app/paths.ts';
import { FileDrop } from '../features/verify/file-drop.tsx';
import { Proof } from '../features/verify/proof.tsx';
import { useVerify } from '../features/verify/use-verify.ts';
import { VerdictView } from '../features/verify/verdict-view.tsx';
import type { FileVerdict } from '../features/verify/verdict.ts';
import '../features/verify/verify.css';
import { LazyTexts } from '../i18n/lazy-texts.tsx';
import { useText } from '../i18n/text.tsx';
import { queries } from '../lib/api-client.ts';
import { useDocumentTitle } from '../lib/use-document-title.ts';
import { ComponentTexts } from '../ui/component-texts.tsx';
import { useCrumbs } from '../ui/crumbs.ts';
import { InfoLink } from '../ui/info-link.tsx';

/** Looks at a file in this browser: is it as it was made, and was it made here. */
export function VerifyReportPage() {
  return (
    <LazyTexts part="reports">
      <ComponentTexts>
        <Verify />
      </ComponentTexts>
    </LazyTexts>
  );
}

function Verify() {
  const t = useText();
  const { verifying, look } = useVerify();
  useCrumbs(
    { text: t('reports.title'), href: paths.reports },
    { text: t('verify.title'), href: paths.verifyReport },
  );
  useDocumentTitle([t('verify.title')]);
  const looked = verifying.state === 'looked' ? verifying.verdict : null;
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        info={<InfoLink about={t('verify.title')} />}
        description={t('verify.about')}
      >
        {t('verify.title')}
      </Header>
      <Container>
        <FileDrop onFile={look} />
      </Container>
      {verifying.state === 'looking' ? (
        <div role="status">
          <StatusIndicator type="in-progress">
            <span className="arn">{t('verify.reading', { file: verifying.name })}</span>
          </StatusIndicator>
        </div>
      ) : null}
      {verifying.state === 'too-large' ||
      verifying.state === 'too-slow' ||
      verifying.state === 'unreadable' ? (
        <Alert type="error">{t(`verify.${verifying.state}`)}</Alert>
      ) : null}
      {looked ? <Looked key={looked.sha256 + looked.name} verdict={looked} /> : null}
      <Proof fileName={looked?.pack ? looked.name : 'pack.zip'} />
    </SpaceBetween>
  );
}

/** What was made, or signed with another key, a moment ago counts. */
const fresh = { retry: false, staleTime: 0, refetchOnMount: 'always' } as const;

/** The verdict with what this install knows: only the digest is asked for, never the file. */
function Looked({ verdict }: { verdict: FileVerdict }) {
  const made = useQuery(
    queries.reports.made.queryOptions({ input: { sha256: verdict.sha256 }, ...fresh }),
  );
  const keys = useQuery(queries.signingKeys.list.queryOptions(fresh));
  return (
    <VerdictView
      verdict={verdict}
      made={made.error ? 'failed' : made.data && (made.data.reports[0] ?? null)}
      keys={keys.error ? 'failed' : keys.data?.keys}
    />
  );
}
