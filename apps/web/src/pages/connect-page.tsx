import { useQuery } from '@tanstack/react-query';
import { may } from '@ippo/contracts';
import { useSearchParams } from 'react-router';
import { paths } from '../app/paths.ts';
import '../features/accounts/accounts.css';
import { NameStep } from '../features/accounts/name-step.tsx';
import { ReadyStep } from '../features/accounts/ready-step.tsx';
import { RoleStep } from '../features/accounts/role-step.tsx';
import { TestStep } from '../features/accounts/test-step.tsx';
import { LazyTexts } from '../i18n/lazy-texts.tsx';
import { useText } from '../i18n/text.tsx';
import { queries } from '../lib/api-client.ts';
import { ApiProblem } from '../lib/api-problem.ts';
import { useDocumentTitle } from '../lib/use-document-title.ts';
import { useSession } from '../lib/use-report.ts';
import { AppLink } from '../ui/app-link.tsx';
import { ProblemText } from '../ui/problem-text.tsx';

/** Connects an account by a read-only role, step by step; the address keeps where one is. */
export function ConnectPage() {
  return (
    <LazyTexts part="accounts">
      <div className="connect">
        <Connect />
      </div>
    </LazyTexts>
  );
}

function Connect() {
  const t = useText();
  const [params, setParams] = useSearchParams();
  const id = params.get('connection');
  const session = useSession();
  const owner = session.data === undefined || may(session.data.role, 'connect');
  const list = useQuery(
    queries.connections.list.queryOptions({ retry: false, enabled: id !== null && owner }),
  );
  useDocumentTitle([t('connect.title')]);
  const connection = list.data?.connections.find((one) => one.id === id);
  const gone = list.data !== undefined && id !== null && connection === undefined;
  const forbidden = owner ? null : new ApiProblem('forbidden');
  const missing = gone ? new ApiProblem('unknown-connection', { target: id }) : null;
  const error = forbidden ?? missing ?? list.error;
  const ready = connection?.state === 'active' && connection.problem === null;
  return (
    <>
      <AppLink to={paths.accounts}>{t('connect.back')}</AppLink>
      <h1>{t('connect.title')}</h1>
      <p className="connect-lead">{t('connect.lead')}</p>
      {error ? <ProblemText error={error} /> : null}
      {id !== null && list.isPending && owner ? (
        <div className="skeleton skeleton-card" aria-busy="true" />
      ) : null}
      {error || (id !== null && list.isPending) ? null : (
        <ol className="connect-steps">
          <NameStep
            connection={connection}
            onAdded={(added) =>
              setParams(
                (before) => {
                  before.set('connection', added);
                  return before;
                },
                { replace: true },
              )
            }
          />
          <RoleStep connection={connection} now={connection?.roleArn === null} />
          <TestStep connection={connection} ready={ready} />
          <ReadyStep connection={connection} now={ready} />
        </ol>
      )}
    </>
  );
}
