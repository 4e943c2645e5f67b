import Alert from '@cloudscape-design/components/alert';
import type { ScanReport } from '@ippo/contracts';
import { useText } from '../i18n/text.tsx';

/** What a reader must know before reading the numbers: a scan cut short, a clock that is off. */
export function ReportNotes({ report }: { report: ScanReport }) {
  const t = useText();
  const minutes = Math.round(Math.abs(report.clockSkewSeconds) / 60);
  return (
    <>
      {report.ended === 'complete' ? null : (
        <Alert type="warning" header={t('state.partial')}>
          {t('state.partial-text')}
        </Alert>
      )}
      {minutes <= 5 ? null : (
        <Alert type="warning" header={t('state.skew', { minutes })}>
          {t('state.skew-text')}
        </Alert>
      )}
    </>
  );
}
