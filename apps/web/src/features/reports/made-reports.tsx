import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { MadeReport, ReportFormatChoice } from '@ippo/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { queries } from '../../lib/api-client.ts';
import { writeDay } from '../../lib/dates.ts';
import { useReaderZone } from '../../lib/reader-zone.ts';
import { writeBytes } from '../../lib/write-bytes.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { ExportMenu } from '../../ui/export-menu.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import { When } from '../../ui/when.tsx';
import { shortLabel } from './format-tiles.tsx';

type Formats = readonly ReportFormatChoice[];

/** The record: what was made, by whom, when, with the digest that an auditor compares. */
export function MadeReports(props: { account: string | null; formats: Formats }) {
  const t = useText();
  const [cursor, setCursor] = useState<string | null>(null);
  const filter = props.account === null ? {} : { account: props.account };
  const list = useQuery(
    queries.reports.made.queryOptions({
      input: { ...filter, ...(cursor !== null && { cursor }) },
      placeholderData: keepPreviousData,
    }),
  );
  const { data } = list;
  return (
    <Container
      header={
        <Header
          variant="h2"
          counter={data ? `(${data.total})` : ''}
          description={t('reports.made-about')}
          actions={data && data.total > 0 ? <ExportMenu table="reports" query={filter} /> : null}
        >
          {t('reports.made')}
        </Header>
      }
    >
      {list.error ? <ProblemText error={list.error} /> : null}
      {data?.total === 0 ? (
        <div className="empty">
          <b>{t('reports.made-none')}</b>
          <span className="muted">{t('reports.made-none-about')}</span>
        </div>
      ) : null}
      {data && data.reports.length > 0 ? (
        <Rows reports={data.reports} formats={props.formats} />
      ) : null}
      {data && (data.next !== null || cursor !== null) ? (
        <nav className="report-pages" aria-label={t('reports.made.pages')}>
          <SpaceBetween direction="horizontal" size="xs">
            {cursor === null ? null : (
              <Button onClick={() => setCursor(null)}>{t('reports.made.first')}</Button>
            )}
            {data.next === null ? null : (
              <Button onClick={() => setCursor(data.next)}>{t('reports.made.next')}</Button>
            )}
          </SpaceBetween>
        </nav>
      ) : null}
    </Container>
  );
}

function Rows({ reports, formats }: { reports: readonly MadeReport[]; formats: Formats }) {
  const t = useText();
  const language = useLanguage();
  return (
    <table className="rows made-reports">
      <thead>
        <tr>
          {(['file', 'what', 'by', 'when', 'sha'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`reports.made.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {reports.map((report) => (
          <tr key={report.id}>
            <td>
              <span className="arn">{report.fileName}</span>{' '}
              <span className="muted">{writeBytes(report.bytes, language)}</span>
            </td>
            <td>
              <What report={report} formats={formats} />
            </td>
            <td>
              <bdi>{report.by}</bdi>
            </td>
            <td>
              <When at={report.at} />
            </td>
            <td className="narrow">
              <code className="mono" title={report.sha256}>
                {report.sha256.slice(0, 8)}…{report.sha256.slice(-4)}
              </code>{' '}
              <CopyButton
                text={report.sha256}
                label={t('reports.copy-sha-of', { file: report.fileName })}
                short
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function What({ report, formats }: { report: MadeReport; formats: Formats }) {
  const t = useText();
  const language = useLanguage();
  const zone = useReaderZone();
  const { format, period, redacted } = report;
  const label = formats.find(({ id }) => id === format)?.label[language] ?? format;
  const parts = [
    shortLabel(label),
    report.language === 'ja' ? '日本語' : 'English',
    ...(period ? [t('reports.made.period', days(period))] : []),
    ...(redacted ? [t('reports.made.masked')] : []),
  ];
  return parts.join(' · ');

  function days({ from, to }: NonNullable<MadeReport['period']>) {
    // The end is the first instant after the period.
    const last = new Date(Date.parse(to) - 1).toISOString();
    return { from: writeDay(from, language, zone), to: writeDay(last, language, zone) };
  }
}
