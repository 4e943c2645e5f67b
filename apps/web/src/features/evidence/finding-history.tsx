import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import { changeWords } from '@ippo/contracts';
import { Fragment } from 'react';
import { checkPath } from '../../app/paths.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import type { api } from '../../lib/api-client.ts';
import type { Sentences } from '../../lib/sentence.ts';
import { reasonSentence } from '../../lib/verdict-sentence.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { OutcomeIcon } from '../../ui/outcome-icon.tsx';
import { When } from '../../ui/when.tsx';
import { changesOf } from './count-changes.ts';

/** A finding as the API gives it. */
export type OneFinding = Awaited<ReturnType<typeof api.findings.read>>;
export type FindingSpan = OneFinding['history'][number];

type Props = { found: OneFinding; sentences: Sentences };

/** How it came to be so: a cell for each run of scans in which it stayed the same, oldest first. */
export function FindingHistory({ found, sentences }: Props) {
  const t = useText();
  const language = useLanguage();
  const spans = found.history.toReversed();
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={t('finding.history-about', { n: changesOf(found.history) })}
        >
          {t('finding.history')}
        </Header>
      }
    >
      <ol className="spans">
        {spans.map((span, index) => {
          const ended = spans[index + 1]?.from.scanId !== span.until?.scanId ? span.until : null;
          const shape = span.blocked ? 'blocked' : span.outcome;
          return (
            <Fragment key={span.from.scanId}>
              <li className={`span span-${shape}`}>
                <div className="span-head">
                  <OutcomeIcon shape={shape} />
                  <b>{t(`outcome.${shape}`)}</b>
                  <span className="span-change">{changeWords[span.change][language]}</span>
                </div>
                <div className="fine-line">
                  <AppLink
                    to={`${checkPath(found.finding.check)}?scan=${span.from.scanId}`}
                    fontSize="body-s"
                  >
                    <When at={span.from.at} />
                  </AppLink>{' '}
                  {span.until === null ? t('finding.until-now') : null}
                </div>
                <p className="span-reason">
                  {reasonSentence(found.finding.check, span.reason, sentences)}
                </p>
              </li>
              {ended ? (
                <Absent word={changeWords[span.gone ?? 'gone'][language]} at={ended.at} />
              ) : null}
            </Fragment>
          );
        })}
      </ol>
    </Container>
  );
}

/** Scans that no longer had it, from the first of them on. */
function Absent({ word, at }: { word: string; at: string }) {
  return (
    <li className="span span-gone">
      <div className="span-head">
        <OutcomeIcon shape="not-applicable" />
        <b>{word}</b>
      </div>
      <div className="fine-line">
        <When at={at} />
      </div>
    </li>
  );
}
