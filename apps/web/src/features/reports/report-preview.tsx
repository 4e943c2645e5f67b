import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReportPreview as Shown } from '@ippo/contracts';
import { useEffect, useState } from 'react';
import { useText } from '../../i18n/text.tsx';
import { queries } from '../../lib/api-client.ts';
import type { AskedReport } from '../../lib/fetch-report.ts';
import { ProblemText } from '../../ui/problem-text.tsx';

const settleMs = 700;

/** What the file will begin with, made anew when the order stands still. */
export function ReportPreview(props: { order: AskedReport; pack: boolean; ready: boolean }) {
  const t = useText();
  const order = useSettled(props.order);
  const preview = useQuery(
    queries.reports.preview.queryOptions({
      input: order,
      enabled: props.ready,
      retry: false,
      staleTime: 5 * 60_000,
      placeholderData: keepPreviousData,
    }),
  );
  const { data } = preview;
  const title = data
    ? props.pack
      ? t('reports.preview-pack')
      : t('reports.preview-of', { file: data.fileName })
    : t('reports.preview');
  return (
    <section className="report-preview" aria-labelledby="preview" aria-busy={preview.isFetching}>
      <div className="report-preview-head">
        <h2 id="preview" className="arn">
          {title}
        </h2>
        {data?.kind === 'page' ? (
          <span className="muted">
            {data.pages === null
              ? t('reports.preview-page-alone', { page: data.page })
              : t('reports.preview-page', { page: data.page, pages: data.pages })}
          </span>
        ) : null}
      </div>
      {preview.error ? (
        <ProblemText error={preview.error} />
      ) : data ? (
        <div className={preview.isPlaceholderData ? 'report-preview-old' : ''}>
          <Beginning shown={data} language={order.language ?? 'en'} />
        </div>
      ) : props.ready ? (
        <div className="skeleton report-preview-waiting">
          <span className="visually-hidden" role="status">
            {t('reports.preview-waiting')}
          </span>
        </div>
      ) : (
        <p className="fine">{t('reports.preview-none')}</p>
      )}
    </section>
  );
}

/** The order once it was not changed for a moment: each preview is made of the whole report. */
function useSettled(order: AskedReport): AskedReport {
  const text = JSON.stringify(order);
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), settleMs);
    return () => clearTimeout(timer);
  }, [text]);
  return JSON.parse(settled) as AskedReport;
}

function Beginning({ shown, language }: { shown: Shown; language: string }) {
  const t = useText();
  if (shown.kind === 'page')
    return (
      <>
        <img
          className="report-page"
          src={`data:image/svg+xml,${encodeURIComponent(shown.svg)}`}
          alt={t('reports.preview-alt', { page: shown.page })}
        />
        <p className="fine">{t('reports.preview-blind')}</p>
      </>
    );
  if (shown.kind === 'lines')
    return (
      <>
        <p className="fine">{t('reports.preview-lines')}</p>
        <pre
          className="report-lines mono"
          lang={language}
          tabIndex={0}
          aria-label={t('reports.preview-lines')}
        >
          {shown.lines.join('\n')}
        </pre>
      </>
    );
  const about = t('reports.preview-rows', { n: shown.rows.length, total: shown.total });
  return (
    <>
      <p className="fine">{about}</p>
      {shown.sheets.length > 0 ? (
        <ul className="report-sheets" lang={language} aria-label={t('reports.preview-sheets')}>
          {shown.sheets.map((sheet) => (
            <li key={sheet}>{sheet}</li>
          ))}
        </ul>
      ) : null}
      <div className="report-table" lang={language} role="region" aria-label={about} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {shown.headings.map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.rows.map((row, at) => (
              // Rows are a picture of the file: they never move.
              <tr key={at}>
                {row.map((cell, place) => (
                  <td key={place}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
