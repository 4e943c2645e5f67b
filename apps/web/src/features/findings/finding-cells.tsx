import type { FindingRow } from '@ippo/contracts';
import { findingPath } from '../../app/paths.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { daysSince, writeAge, writeDay, writeInstant } from '../../lib/dates.ts';
import type { Sentences } from '../../lib/sentence.ts';
import { reasonSentence } from '../../lib/verdict-sentence.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { ExceptionTag } from '../../ui/exception-tag.tsx';
import { OutcomeLabel, type OutcomeShape } from '../../ui/outcome-icon.tsx';
import { RegionName } from '../../ui/region-name.tsx';

type Props = { row: FindingRow; sentences: Sentences };

/** The outcome under which a row is shown. */
export function shapeOfRow({ blocked, outcome }: FindingRow): OutcomeShape {
  return blocked ? 'blocked' : outcome;
}

/** A finding as a sentence that opens it; the practice it is about beneath. */
export function FindingLink({ row, sentences }: Props) {
  const t = useText();
  const sentence = reasonSentence(row.check, row.reason, sentences);
  const short = sentences.short(row.check);
  const fresh = isFresh(row);
  return (
    <div className="finding-told">
      <AppLink to={findingPath(row.fingerprint)}>{sentence}</AppLink>
      {fresh ? (
        <>
          {' '}
          <span className="tag">{t('findings.new')}</span>
        </>
      ) : null}
      {row.exception ? (
        <>
          {' '}
          <ExceptionTag flag={row.exception} />
        </>
      ) : null}
      <div className="fine">{short}</div>
    </div>
  );
}

const open = new Set(['fail', 'blocked']);

/** Whether a row began to fail within the last week. */
export function isFresh(row: FindingRow): boolean {
  return (
    open.has(shapeOfRow(row)) &&
    (row.change === 'new' || row.change === 'reopened') &&
    daysSince(row.since) < 7
  );
}

export function OutcomeCell({ row }: { row: FindingRow }) {
  const t = useText();
  const shape = shapeOfRow(row);
  return (
    <OutcomeLabel
      shape={shape}
      word={shape === 'blocked' ? t('findings.blocked') : t(`outcome.${shape}`)}
    />
  );
}

export function WhereCell({ row }: { row: FindingRow }) {
  const t = useText();
  return row.region ? <RegionName region={row.region} /> : <span>{t('common.account-wide')}</span>;
}

/** What it is about, by its own name; the whole ARN on the finding's page. */
export function ResourceCell({ row }: { row: FindingRow }) {
  const name = row.facet ?? row.resource;
  if (name === undefined) return <span aria-hidden="true">–</span>;
  const short = name.startsWith('arn:') ? name.slice(name.lastIndexOf('/') + 1) : name;
  return (
    <bdi className="mono arn" title={row.resource ?? name}>
      {short}
    </bdi>
  );
}

/** The day it began and its age; the full time with its zone as tooltip. */
export function SinceCell({ row }: { row: FindingRow }) {
  const language = useLanguage();
  return (
    <time dateTime={row.since} title={writeInstant(row.since, language)}>
      <span className="code-name">{writeDay(row.since, language)}</span>
      <div className="fine-line">{writeAge(row.since, language)}</div>
    </time>
  );
}

/** Minutes to fix, where there is something to fix. */
export function FixCell({ row, sentences }: Props) {
  const t = useText();
  const minutes = sentences.check(row.check)?.remediation.minutes;
  if (row.outcome !== 'fail' || minutes === undefined) return <span aria-hidden="true">–</span>;
  return <span className="code-name">{t('worst.minutes', { n: minutes })}</span>;
}
