import Alert from '@cloudscape-design/components/alert';
import type { ReportChoices } from '@ippo/contracts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { unbroken, writeList } from '../../lib/write-names.ts';

/** What whoever hands the file on should know before it is made. */
export function SubjectNotes({ subject }: { subject: NonNullable<ReportChoices['subject']> }) {
  const t = useText();
  const language = useLanguage();
  const { scan, source } = subject;
  const refused = scan.readings.total - scan.readings.answered;
  const { regionsUnread } = scan;
  return (
    <>
      {refused > 0 || regionsUnread.length > 0 ? (
        <Alert type="info" header={t('reports.partial')}>
          {t('reports.partial-text', { refused })}{' '}
          {regionsUnread.length > 0
            ? t('reports.partial-regions', {
                regions: writeList(regionsUnread.map(unbroken), language),
              })
            : null}
        </Alert>
      ) : null}
      {source.kind === 'aws' ? null : <p className="fine">{t(`reports.${source.kind}`)}</p>}
    </>
  );
}
