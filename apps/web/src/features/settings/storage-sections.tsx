import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQuery } from '@tanstack/react-query';
import { Text, useLanguage, useText } from '../../i18n/text.tsx';
import { queries } from '../../lib/api-client.ts';
import { writeBytes } from '../../lib/write-bytes.ts';
import { PageSection } from '../../ui/page-section.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import { When } from '../../ui/when.tsx';
import { BackupsSection } from './backups-section.tsx';
import { HoldsSection } from './holds-section.tsx';
import { OwnersNote, useMay } from './owners-note.tsx';
import { RetentionForm } from './retention-form.tsx';

/** What is kept, for how long, what is held, and the backups; for owners. */
export function StorageSections() {
  const t = useText();
  const language = useLanguage();
  const mayRead = useMay('settings');
  const storage = useQuery(queries.storage.read.queryOptions({ enabled: mayRead }));
  if (!mayRead || !storage.data)
    return (
      <PageSection id="retention" title={t('retention.title')}>
        {mayRead ? null : <OwnersNote seen={false} />}
        {storage.error ? <ProblemText error={storage.error} /> : null}
        {mayRead && !storage.error ? <div className="skeleton skeleton-card" /> : null}
      </PageSection>
    );
  const { bytes, scans, retention, holds, backups } = storage.data;
  const size = (value: number) => writeBytes(value, language);
  return (
    <SpaceBetween size="l">
      <PageSection id="retention" title={t('retention.title')}>
        <p className="plain">
          {t('retention.size', {
            size: size(bytes.all),
            evidence: size(bytes.evidence),
            reports: size(bytes.reports),
            findings: size(bytes.findings),
            scans: scans.count,
          })}{' '}
          {scans.oldest === null ? null : (
            <Text id="retention.oldest" values={{ when: <When at={scans.oldest} /> }} />
          )}{' '}
          {scans.pruned > 0 ? t('retention.pruned', { n: scans.pruned }) : ''}
        </p>
        <RetentionForm retention={retention} />
      </PageSection>
      <HoldsSection holds={holds} />
      <BackupsSection backups={backups} />
    </SpaceBetween>
  );
}
