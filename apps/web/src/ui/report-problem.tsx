import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { paths } from '../app/paths.ts';
import { useText } from '../i18n/text.tsx';
import { problemOf } from '../lib/api-problem.ts';
import { useGo } from '../lib/use-go.ts';
import { ProblemText } from './problem-text.tsx';
import { StairMark } from './stair-mark.tsx';

type Props = { title: string; query: { error: unknown; refetch: () => unknown } };

/** Instead of a report: nothing read yet, or what went wrong with its code. */
export function ReportProblem({ title, query }: Props) {
  const t = useText();
  const problem = problemOf(query.error);
  return (
    <SpaceBetween size="l">
      <Header variant="h1">{title}</Header>
      {problem?.code === 'no-report' ? (
        <NothingRead />
      ) : (
        <ProblemText
          error={query.error}
          header={t('state.error')}
          action={<Button onClick={() => query.refetch()}>{t('state.retry')}</Button>}
        />
      )}
    </SpaceBetween>
  );
}

function NothingRead() {
  const t = useText();
  const go = useGo();
  return (
    <Container>
      <div className="empty">
        <StairMark />
        <Box variant="h2">{t('state.never')}</Box>
        <Box variant="p" color="text-body-secondary">
          {t('state.never-text')}
        </Box>
        <Button variant="primary" onClick={() => go(paths.start)}>
          {t('state.never-start')}
        </Button>
      </div>
    </Container>
  );
}
