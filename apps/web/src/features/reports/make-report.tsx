import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReportFormatChoice } from '@ippo/contracts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import type { AskedReport } from '../../lib/fetch-report.ts';
import { writeBytes } from '../../lib/write-bytes.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import { shortLabel } from './format-tiles.tsx';
import { useMakeReport, type Saved } from './use-make-report.ts';

type Props = {
  format: ReportFormatChoice;
  order: AskedReport;
  /** False while something of the order is wrong. */
  ready: boolean;
  /** What a pack will be signed with; null where it is not known. */
  key256: string | null;
};

/** The one button, named after what it makes; beside it what to expect, then how far it is, then the file. */
export function MakeReport({ format, order, ready, key256 }: Props) {
  const t = useText();
  const language = useLanguage();
  const { make, progress, cancelled, cancel } = useMakeReport();
  const { last } = format;
  const expected = last
    ? t('reports.last-time', {
        size: writeBytes(last.bytes, language),
        seconds: Math.max(1, Math.round(last.milliseconds / 1000)),
      })
    : t('reports.first-time');
  return (
    <SpaceBetween size="s">
      <div className="make-report">
        <Button
          variant="primary"
          disabled={!ready}
          loading={make.isPending}
          loadingText={t('reports.making')}
          onClick={() => make.mutate(order)}
        >
          {format.pack
            ? t('reports.make.pack')
            : t('reports.make.other', { format: shortLabel(format.label[language]) })}
        </Button>
        {make.isPending ? (
          <>
            <Button onClick={cancel}>{t('reports.cancel')}</Button>
            <span>
              {t('reports.making-so-far', {
                size: writeBytes(progress.bytes, language),
                seconds: progress.seconds,
              })}
            </span>
          </>
        ) : (
          <span className="make-report-about">
            {expected}
            {format.pack && key256 ? (
              <>
                {' · '}
                {t('reports.key', { key: `ed25519:${key256.slice(0, 4)}…${key256.slice(-4)}` })}
              </>
            ) : null}
          </span>
        )}
      </div>
      <div role="status">
        {make.isPending ? (
          <span className="visually-hidden">{t('reports.making')}</span>
        ) : make.data ? (
          <Done saved={make.data} />
        ) : cancelled ? (
          t('reports.cancelled')
        ) : null}
      </div>
      {make.error && !cancelled ? <ProblemText error={make.error} /> : null}
    </SpaceBetween>
  );
}

function Done({ saved }: { saved: Saved }) {
  const t = useText();
  const language = useLanguage();
  const { name, bytes, sha256, recorded } = saved;
  return (
    <div className="report-done">
      <StatusIndicator type={recorded ? 'success' : 'warning'} colorOverride="grey">
        <span className="arn">{t('reports.done', { file: name })}</span>
      </StatusIndicator>
      <div>
        {writeBytes(bytes, language)} · SHA-256 <code className="mono arn">{sha256}</code>{' '}
        <CopyButton text={sha256} label={t('reports.copy-sha')} />
      </div>
      <div className="muted">{t(recorded ? 'reports.recorded' : 'reports.not-recorded')}</div>
    </div>
  );
}
