import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { passes } from '@ippo/contracts';
import { lazy, Suspense, useState } from 'react';
import { paths } from '../app/paths.ts';
import '../features/findings/findings.css';
import { AlsoUnknown } from '../features/findings/also-unknown.tsx';
import { FindingSets } from '../features/findings/finding-sets.tsx';
import {
  queryOfSet,
  setOf,
  type FindingQuery,
  type SetId,
} from '../features/findings/finding-query.ts';
import { useFindingWords } from '../features/findings/finding-words.ts';
import { FindingsCards } from '../features/findings/findings-cards.tsx';
import { FindingsFilter } from '../features/findings/findings-filter.tsx';
import { FindingsTable } from '../features/findings/findings-table.tsx';
import { ListActs } from '../features/findings/list-acts.tsx';
import { countPicked, pickedQuery } from '../features/findings/picked.ts';
import { PageLinks } from '../features/findings/page-links.tsx';
import { SelectionLine } from '../features/findings/selection-line.tsx';
import { useDensity } from '../features/findings/use-density.ts';
import { useFindings, type FindingsData } from '../features/findings/use-findings.ts';
import { useSelection } from '../features/findings/use-selection.ts';
import type { SelectionQuery } from '../features/exceptions/use-exceptions.ts';
import { LazyTexts } from '../i18n/lazy-texts.tsx';
import { useText, type Write } from '../i18n/text.tsx';
import type { Sentences } from '../lib/sentence.ts';
import { useDocumentTitle } from '../lib/use-document-title.ts';
import { useNarrow } from '../lib/use-narrow.ts';
import { useReport } from '../lib/use-report.ts';
import { useSentences } from '../lib/use-sentences.ts';
import { ComponentTexts } from '../ui/component-texts.tsx';
import { useCrumbs } from '../ui/crumbs.ts';
import { DoneNote } from '../ui/done-note.tsx';
import { InfoLink } from '../ui/info-link.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { ReportProblem } from '../ui/report-problem.tsx';

const AcceptSelected = lazy(async () => ({
  default: (await import('../features/exceptions/accept-selected.tsx')).AcceptSelected,
}));

/** Findings, filtered and sorted as the address says: what is to do first. */
export function FindingsPage() {
  return (
    <LazyTexts part="findings">
      <ComponentTexts>
        <Findings />
      </ComponentTexts>
    </LazyTexts>
  );
}

function Findings() {
  const t = useText();
  const report = useReport();
  const sentences = useSentences();
  const findings = useFindings();
  const {
    data,
    list: { error },
  } = findings;
  const title = data ? titleOf(setOf(findings.query), data, t) : undefined;
  useCrumbs({ text: t('findings.title'), href: paths.findings });
  useDocumentTitle([title ?? t('findings.title'), report.data?.report.account]);
  if (report.error) return <ReportProblem title={t('findings.title')} query={report} />;
  if (error && !data) return <ReportProblem title={t('findings.title')} query={findings.list} />;
  if (!data || !sentences || title === undefined)
    return <PageSkeleton title={t('findings.title')} />;
  return <FindingsView title={title} data={data} findings={findings} sentences={sentences} />;
}

type Props = {
  title: string;
  data: FindingsData;
  findings: ReturnType<typeof useFindings>;
  sentences: Sentences;
};

function FindingsView({ title, data, findings, sentences }: Props) {
  const t = useText();
  const narrow = useNarrow();
  const words = useFindingWords(sentences);
  const density = useDensity();
  const selection = useSelection(JSON.stringify(findings.filter));
  const [accepting, accept] = useState<SelectionQuery | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const set = setOf(findings.query);
  const counted = countPicked(selection.picked, {
    ...{ total: data.total, fails: failsOf(findings.query, data) },
  });
  const chosen = counted.count;
  const slots = {
    header: (
      <Header
        variant="h2"
        description={
          data.groups === null || data.groups === data.total
            ? undefined
            : t('findings.in-groups', { n: data.total, groups: data.groups })
        }
        counter={
          chosen > 0
            ? t('findings.counter-selected', { n: chosen, total: data.total })
            : t('findings.counter', { n: data.total })
        }
        actions={
          <ListActs
            findings={findings}
            selection={selection}
            counted={counted}
            density={density}
            onAccept={() => {
              setDone(null);
              accept({ ...findings.filter, ...pickedQuery(selection.picked) });
            }}
          />
        }
      >
        {set === null ? t('findings.filtered') : t(`findings.set.${set}`)}
      </Header>
    ),
    filter: (
      <>
        <FindingsFilter data={data} findings={findings} words={words} />
        <SelectionLine data={data} selection={selection} count={chosen} busy={findings.busy} />
      </>
    ),
    empty: (
      <div className="empty">
        <b>
          {set === 'to-do'
            ? t('findings.none-to-do')
            : t('findings.none', { filter: words.filter(findings.query) })}
        </b>
        <Button onClick={() => findings.go(queryOfSet(set === null ? 'to-do' : 'all'))}>
          {set === null ? t('checks.clear') : t('findings.show-all')}
        </Button>
      </div>
    ),
    footer: <PageLinks data={data} findings={findings} />,
  };
  return (
    <div aria-busy={findings.busy}>
      <SpaceBetween size="l">
        <Header
          variant="h1"
          info={<InfoLink about={t('findings.title')} />}
          description={t('findings.about')}
        >
          {title}
        </Header>
        <FindingSets active={set} findings={findings} />
        <AlsoUnknown data={data} findings={findings} />
        <DoneNote text={done} />
        {accepting === null ? null : (
          <Suspense>
            <AcceptSelected
              selection={accepting}
              sentences={sentences}
              onClose={() => accept(null)}
              onDone={(said) => {
                accept(null);
                selection.clear();
                setDone(said);
              }}
            />
          </Suspense>
        )}
        {narrow ? (
          <FindingsCards
            lines={data.lines}
            sentences={sentences}
            selection={selection}
            busy={findings.busy}
            {...slots}
          />
        ) : (
          <FindingsTable
            data={data}
            findings={findings}
            sentences={sentences}
            compact={density[0]}
            selection={selection}
            {...slots}
          />
        )}
      </SpaceBetween>
    </div>
  );
}

/** How many findings of the list fail; its counts by outcome are without the filter by outcome. */
function failsOf({ tokens: { outcome } }: FindingQuery, { counts }: FindingsData): number {
  return passes(outcome, 'fail') ? (counts.outcome?.['fail'] ?? 0) : 0;
}

/** What the list comes to, in a sentence. */
function titleOf(set: SetId | null, { total, counts }: FindingsData, t: Write): string {
  if (set === 'to-do')
    return t('findings.title-to-do', { n: total, critical: counts.severity?.['critical'] ?? 0 });
  if (set === 'new') return t('findings.title-new', { n: total });
  if (set === 'unknown' || set === 'accepted') return t(`findings.title-${set}`, { n: total });
  return t(set === 'all' ? 'findings.title-all' : 'findings.title-match', { n: total });
}
