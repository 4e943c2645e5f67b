import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { may, roleWords, type AuditVerdict, type Role } from '@ippo/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { paths } from '../app/paths.ts';
import { AuditFilter } from '../features/audit/audit-filter.tsx';
import { filterOf, useAuditQuery } from '../features/audit/audit-query.ts';
import { AuditRows } from '../features/audit/audit-rows.tsx';
import { KeepHead } from '../features/audit/keep-head.tsx';
import '../features/audit/audit.css';
import { LazyTexts } from '../i18n/lazy-texts.tsx';
import { useLanguage, useText, type Write } from '../i18n/text.tsx';
import { queries } from '../lib/api-client.ts';
import { writeInstant } from '../lib/dates.ts';
import { useDocumentTitle } from '../lib/use-document-title.ts';
import { useSession } from '../lib/use-report.ts';
import { AppLink } from '../ui/app-link.tsx';
import { ComponentTexts } from '../ui/component-texts.tsx';
import { useCrumbs } from '../ui/crumbs.ts';
import { ExportMenu } from '../ui/export-menu.tsx';
import { InfoLink } from '../ui/info-link.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { ProblemText } from '../ui/problem-text.tsx';
import { ReportProblem } from '../ui/report-problem.tsx';

/** Who did what here, and whether anything of that was altered; for owners. */
export function AuditLogPage() {
  return (
    <LazyTexts part="audit">
      <ComponentTexts>
        <AuditLog />
      </ComponentTexts>
    </LazyTexts>
  );
}

function AuditLog() {
  const t = useText();
  const session = useSession();
  const role = session.data?.role;
  useCrumbs({ text: t('audit.title'), href: paths.auditLog });
  useDocumentTitle([t('audit.title')]);
  if (session.error) return <ReportProblem title={t('audit.title')} query={session} />;
  if (role === undefined) return <PageSkeleton title={t('audit.title')} />;
  return may(role, 'audit') ? <Log /> : <OwnersOnly role={role} />;
}

function OwnersOnly({ role }: { role: Role }) {
  const t = useText();
  const language = useLanguage();
  return (
    <SpaceBetween size="l">
      <Header variant="h1">{t('audit.title')}</Header>
      <Alert type="info">
        {t('audit.owners-only', { role: roleWords[role][language] })}{' '}
        <AppLink to={paths.overview}>{t('common.go-overview')}</AppLink>
      </Alert>
    </SpaceBetween>
  );
}

function Log() {
  const t = useText();
  const language = useLanguage();
  const { query, cursor, before, go } = useAuditQuery();
  const filter = filterOf(query);
  const verdict = useQuery(queries.audit.verify.queryOptions({ input: {}, staleTime: Infinity }));
  const actors = useQuery(queries.audit.actors.queryOptions());
  const list = useQuery(
    queries.audit.list.queryOptions({
      input: { ...filter, ...(cursor !== undefined && { cursor }) },
      placeholderData: keepPreviousData,
    }),
  );
  if (list.error) return <ReportProblem title={t('audit.title')} query={list} />;
  if (!list.data || actors.isPending) return <PageSkeleton title={t('audit.title')} />;
  const { rows, next, total } = list.data;
  const people = new Map(actors.data?.actors.map(({ id, name }) => [id, name ?? id]));
  const found = verdict.isFetching ? undefined : verdict.data;
  const title = verdict.error
    ? t('audit.not-checked')
    : found
      ? titleOf(found, t, (at) => writeInstant(at, language))
      : t('audit.checking');
  // Its line is there before what it says: the rows below stay where they are.
  const about = found ? found.state === 'unbroken' && aboutOf(found, t) : '\u00a0';
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        info={<InfoLink about={t('audit.title')} />}
        description={about}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button loading={verdict.isFetching} onClick={() => void verdict.refetch()}>
              {t('audit.verify')}
            </Button>
            <ExportMenu table="audit" query={filter} />
          </SpaceBetween>
        }
      >
        {title}
      </Header>
      {verdict.error ? <ProblemText error={verdict.error} /> : null}
      <Broken verdict={found} />
      <AuditFilter query={query} people={people} onChange={(change) => go(change)} />
      <Container
        header={
          <Header variant="h2" counter={`(${total})`}>
            {t('audit.list')}
          </Header>
        }
      >
        {rows.length === 0 ? (
          <div className="empty">
            <b>{t('audit.none')}</b>
            <Button onClick={() => go({ actor: '', action: '', from: '', to: '' })}>
              {t('audit.clear')}
            </Button>
          </div>
        ) : (
          <AuditRows rows={rows} people={people} />
        )}
        {before > 0 || next !== null ? (
          <nav className="audit-pages" aria-label={t('audit.pages')}>
            <span>{t('audit.page', { from: before + 1, to: before + rows.length, total })}</span>
            <SpaceBetween direction="horizontal" size="xs">
              {before > 0 ? <Button onClick={() => go({})}>{t('audit.first')}</Button> : null}
              {next === null ? null : (
                <Button onClick={() => go({}, { cursor: next, row: before + rows.length })}>
                  {t('audit.next')}
                </Button>
              )}
            </SpaceBetween>
          </nav>
        ) : null}
      </Container>
      {found?.state === 'unbroken' && found.head !== null ? <KeepHead head={found.head} /> : null}
    </SpaceBetween>
  );
}

function titleOf(verdict: AuditVerdict, t: Write, at: (instant: string) => string): string {
  if (verdict.state === 'broken') return t('audit.broken', { id: verdict.id });
  if (verdict.state === 'head-missing') return t('audit.head-missing');
  return verdict.since === null
    ? t('audit.empty-log')
    : t('audit.whole', { at: at(verdict.since) });
}

function aboutOf(verdict: Extract<AuditVerdict, { state: 'unbroken' }>, t: Write): string {
  const { rows, olderRows } = verdict;
  const older = olderRows > 0 ? ` ${t('audit.older-rows', { n: olderRows })}` : '';
  return t('audit.rows', { rows }) + older;
}

/** Which row does not fit, and what to do about it. */
function Broken({ verdict }: { verdict: AuditVerdict | undefined }) {
  const t = useText();
  const language = useLanguage();
  if (verdict?.state !== 'broken') return null;
  const { id, at, reason } = verdict;
  return (
    <Alert type="error" header={t('audit.broken', { id })}>
      {t(`audit.reason.${reason}`, { id, at: writeInstant(at, language) })} {t('audit.broken-todo')}
    </Alert>
  );
}
