import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { paths } from '../../app/paths.ts';
import { useText } from '../../i18n/text.tsx';
import { problemOf } from '../../lib/api-problem.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';

type Props = { error: unknown; fetching: boolean; onAgain: () => void };

/** Why nothing was tried, and what to do: sign in to AWS, mend the network, or ask an owner. */
export function Failed({ error, fetching, onAgain }: Props) {
  const t = useText();
  const forbidden = problemOf(error)?.code === 'forbidden';
  return (
    <SpaceBetween size="l">
      <h1>{t(forbidden ? 'preflight.forbidden' : 'preflight.failed')}</h1>
      <ProblemText error={error} />
      <p>{forbidden ? null : t('preflight.none-next')}</p>
      <SpaceBetween direction="horizontal" size="s" alignItems="center">
        {forbidden ? null : (
          <Button variant="primary" iconName="refresh" loading={fetching} onClick={onAgain}>
            {t('preflight.again')}
          </Button>
        )}
        <AppLink to={forbidden ? paths.overview : paths.start}>
          {t(forbidden ? 'common.go-overview' : 'preflight.back')}
        </AppLink>
      </SpaceBetween>
    </SpaceBetween>
  );
}
