import Alert from '@cloudscape-design/components/alert';
import type { ReportChoices } from '@ippo/contracts';
import { useText } from '../../i18n/text.tsx';

/** What whoever hands the file on should know before it is made. */
export function SubjectNotes({ subject }: { subject: NonNullable<ReportChoices['subject']> }) {
  const t = useText();
  const { scan, source } = subject;
  const refused = scan.readings.total - scan.readings.answered;
  const { regionsUnread } = scan;
  return (
    <>
      {refused > 0 || regionsUnread.length > 0 ? (
        <Alert type="info" header={t('reports.partial')}>
          {t('reports.partial-text', { refused })}{' '}
          {regionsUnread.length > 0
            ? t('reports.partial-regions', { regions: regionsUnread.map(unbroken).join(', ') })
            : null}
        </Alert>
      ) : null}
      {source.kind === 'aws' ? null : <p className="fine">{t(`reports.${source.kind}`)}</p>}
    </>
  );
}

/** Names of Regions are not cut at the end of a line. */
function unbroken(region: string): string {
  return region.replaceAll('-', '\u2011');
}
