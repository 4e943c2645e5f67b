import ExpandableSection from '@cloudscape-design/components/expandable-section';
import { checkingLines } from '@ippo/pack';
import { useText } from '../../i18n/text.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';

/** What proves something where this page only looks: lines for a machine without Ippo. */
export function Proof({ fileName }: { fileName: string }) {
  const t = useText();
  // What somebody called a file is no part of a line to paste into a shell.
  const named = /^[\w.-]+$/.test(fileName) ? fileName : 'pack.zip';
  const lines = checkingLines(named).join('\n');
  return (
    <ExpandableSection headerText={t('verify.proof')} variant="container" defaultExpanded>
      <p>{t('verify.proof-about')}</p>
      <pre className="report-lines mono" lang="en" tabIndex={0} aria-label={t('verify.copy-lines')}>
        {lines}
      </pre>
      <CopyButton text={lines} label={t('verify.copy-lines')} />
      <p className="fine">{t('verify.fingerprint')}</p>
    </ExpandableSection>
  );
}
