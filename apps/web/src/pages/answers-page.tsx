import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { questionStates } from '@ippo/contracts';
import { paths } from '../app/paths.ts';
import '../features/questions/account-questions.css';
import { AccountQuestionRow } from '../features/questions/account-question.tsx';
import { useQuestionList } from '../features/questions/use-question-list.ts';
import { LazyTexts } from '../i18n/lazy-texts.tsx';
import { useText } from '../i18n/text.tsx';
import type { Sentences } from '../lib/sentence.ts';
import { useDocumentTitle } from '../lib/use-document-title.ts';
import { useGo } from '../lib/use-go.ts';
import { useSentences } from '../lib/use-sentences.ts';
import { ComponentTexts } from '../ui/component-texts.tsx';
import { useCrumbs } from '../ui/crumbs.ts';
import { ExportMenu } from '../ui/export-menu.tsx';
import { InfoLink } from '../ui/info-link.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import '../ui/questions.css';
import { ReportProblem } from '../ui/report-problem.tsx';
import { StateLinks } from '../ui/state-links.tsx';

/** Every question for people, over all accounts: the unanswered first, then what runs out soonest. */
export function AnswersPage() {
  return (
    <LazyTexts part="questions">
      <ComponentTexts>
        <Answers />
      </ComponentTexts>
    </LazyTexts>
  );
}

function Answers() {
  const t = useText();
  const found = useQuestionList();
  const sentences = useSentences();
  const { data, error } = found.list;
  const { unanswered = 0, expired = 0, answered = 0 } = data?.counts ?? {};
  const all = unanswered + expired + answered;
  const title =
    data === undefined
      ? t('questions.title')
      : all === 0
        ? t('questions.sentence-none')
        : t('questions.sentence', { n: unanswered + expired });
  useCrumbs({ text: t('questions.title'), href: paths.answers });
  useDocumentTitle([title]);
  if (error && !data) return <ReportProblem title={t('questions.title')} query={found.list} />;
  if (!data || !sentences) return <PageSkeleton title={t('questions.title')} />;
  return <AnswersView title={title} data={data} found={found} sentences={sentences} />;
}

type Found = ReturnType<typeof useQuestionList>;
type Data = NonNullable<Found['list']['data']>;

function AnswersView(props: { title: string; data: Data; found: Found; sentences: Sentences }) {
  const t = useText();
  const go = useGo();
  const { data, found, sentences } = props;
  const sum = questionStates.reduce((all, state) => all + data.counts[state], 0);
  const links = (['all', ...questionStates] as const).map((id) => ({
    ...{ id, text: t(`questions.set.${id}`) },
    to: id === 'all' ? paths.answers : `${paths.answers}?state=${id}`,
    count: id === 'all' ? sum : data.counts[id],
  }));
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        info={<InfoLink about={t('questions.title')} />}
        description={t('questions.about')}
        actions={<ExportMenu table="answers" query={found.filter} />}
      >
        {props.title}
      </Header>
      <StateLinks label={t('questions.states')} links={links} active={found.set} />
      <Container>
        {data.questions.length === 0 ? (
          <div className="empty">
            <b>{t('questions.none')}</b>
            <span>{t('questions.none-about')}</span>
            {found.set === 'all' ? null : (
              <Button onClick={() => go(paths.answers)}>{t('questions.show-all')}</Button>
            )}
          </div>
        ) : (
          <ul className="account-questions">
            {data.questions.map((asked) => (
              <AccountQuestionRow
                key={`${asked.account} ${asked.check} ${asked.question}`}
                asked={asked}
                sentences={sentences}
              />
            ))}
          </ul>
        )}
        {data.next === null && found.cursor === null ? null : (
          <SpaceBetween size="xs" direction="horizontal">
            {found.cursor === null ? null : (
              <Button onClick={() => found.goTo(null)}>{t('questions.first')}</Button>
            )}
            {data.next === null ? null : (
              <Button onClick={() => found.goTo(data.next)}>{t('questions.more')}</Button>
            )}
          </SpaceBetween>
        )}
      </Container>
    </SpaceBetween>
  );
}
