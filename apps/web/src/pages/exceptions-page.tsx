import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { paths } from '../app/paths.ts';
import { ExceptionFiles } from '../features/exceptions/exception-files.tsx';
import { ExceptionRow } from '../features/exceptions/exception-row.tsx';
import { ExceptionRules } from '../features/exceptions/exception-rules.tsx';
import '../features/exceptions/exceptions.css';
import { useExceptions, type ExceptionSet } from '../features/exceptions/use-exceptions.ts';
import { LazyTexts } from '../i18n/lazy-texts.tsx';
import { useLanguage, useText } from '../i18n/text.tsx';
import { writeCalendarDay } from '../lib/calendar-day.ts';
import type { Sentences } from '../lib/sentence.ts';
import { useDocumentTitle } from '../lib/use-document-title.ts';
import { useGo } from '../lib/use-go.ts';
import { useScrollToHash } from '../lib/use-scroll-to-hash.ts';
import { useSentences } from '../lib/use-sentences.ts';
import { ComponentTexts } from '../ui/component-texts.tsx';
import { useCrumbs } from '../ui/crumbs.ts';
import { DoneNote } from '../ui/done-note.tsx';
import { ExportMenu } from '../ui/export-menu.tsx';
import { InfoLink } from '../ui/info-link.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { ReportProblem } from '../ui/report-problem.tsx';
import { StateLinks } from '../ui/state-links.tsx';

/** Accepted risks, by the end of each: what ends soon first. */
export function ExceptionsPage() {
  return (
    <LazyTexts part="exceptions">
      <ComponentTexts>
        <Exceptions />
      </ComponentTexts>
    </LazyTexts>
  );
}

function Exceptions() {
  const t = useText();
  const found = useExceptions();
  const sentences = useSentences();
  const { data, error } = found.list;
  const title = useTitle(data);
  useCrumbs({ text: t('exceptions.title'), href: paths.exceptions });
  useDocumentTitle([title ?? t('exceptions.title')]);
  useScrollToHash(data !== undefined && sentences !== undefined);
  if (error && !data) return <ReportProblem title={t('exceptions.title')} query={found.list} />;
  if (!data || !sentences || title === null) return <PageSkeleton title={t('exceptions.title')} />;
  return <ExceptionsView title={title} data={data} found={found} sentences={sentences} />;
}

type Found = ReturnType<typeof useExceptions>;
type Data = NonNullable<Found['list']['data']>;

/** What is true of all exceptions, in a sentence. */
function useTitle(data: Data | undefined): string | null {
  const t = useText();
  const language = useLanguage();
  if (!data) return null;
  const { active, waiting } = data.counts;
  if (active === 0 && waiting > 0) return t('exceptions.sentence-waiting', { n: waiting });
  const first = data.exceptions.find(({ state }) => state === 'active');
  if (active > 0 && !first) return t('exceptions.title');
  const day = first ? writeCalendarDay(first.lastDay, language) : '';
  return t('exceptions.sentence', { n: active, day });
}

function ExceptionsView(props: { title: string; data: Data; found: Found; sentences: Sentences }) {
  const t = useText();
  const go = useGo();
  const { data, found } = props;
  const { set, cursor } = found;
  const [done, setDone] = useState<string | null>(null);
  const { active, waiting, expired, revoked } = data.counts;
  const sizes = { open: active + waiting, expired, revoked };
  const links = ([...Object.keys(sizes), 'all'] as ExceptionSet[]).map((id) => ({
    ...{ id, text: t(`exceptions.set.${id}`) },
    to: id === 'open' ? paths.exceptions : `${paths.exceptions}?state=${id}`,
    count: id === 'all' ? active + waiting + expired + revoked : sizes[id],
  }));
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        info={<InfoLink about={t('exceptions.title')} />}
        description={t('exceptions.about')}
        actions={<ExportMenu table="exceptions" query={found.filter} />}
      >
        {props.title}
      </Header>
      <StateLinks label={t('exceptions.states')} links={links} active={set} />
      <DoneNote text={done} />
      <Container>
        {data.exceptions.length === 0 ? (
          <div className="empty">
            <b>{t(set === 'open' ? 'exceptions.none-open' : 'exceptions.none')}</b>
            <span className="muted">{t('exceptions.none-about')}</span>
            <Button onClick={() => go(paths.findings)}>{t('exceptions.to-findings')}</Button>
          </div>
        ) : (
          <ul className="exceptions">
            {data.exceptions.map((exception) => (
              <ExceptionRow
                key={exception.id}
                exception={exception}
                sentences={props.sentences}
                onDone={setDone}
              />
            ))}
          </ul>
        )}
        {data.next === null && cursor === null ? null : (
          <SpaceBetween size="xs" direction="horizontal">
            {cursor === null ? null : (
              <Button onClick={() => found.goTo(null)}>{t('exceptions.first')}</Button>
            )}
            {data.next === null ? null : (
              <Button onClick={() => found.goTo(data.next)}>{t('exceptions.more')}</Button>
            )}
          </SpaceBetween>
        )}
      </Container>
      <ExceptionFiles onDone={setDone} />
      <ExceptionRules rules={data.rules} />
    </SpaceBetween>
  );
}
