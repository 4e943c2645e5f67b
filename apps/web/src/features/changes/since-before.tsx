import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { Scan } from '@ippo/contracts';
import { useQuery } from '@tanstack/react-query';
import { changesPath } from '../../app/paths.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { queries } from '../../lib/api-client.ts';
import { writeInstant } from '../../lib/dates.ts';
import { useCatalogue, useSentencesOf } from '../../lib/use-sentences.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import { ChangeList } from './change-list.tsx';
import { changedIn, kinds, readChanges } from './change-groups.ts';
import './changes.css';

const shown = 5;

/** What a complete scan brought since the complete one before: counts that open, and the worst of it. */
export function SinceBefore({ scan }: { scan: Scan }) {
  const t = useText();
  const language = useLanguage();
  const catalogue = useCatalogue();
  const sentences = useSentencesOf(catalogue.data);
  const changes = useQuery(
    queries.findings.changes.queryOptions({ input: { id: scan.id }, staleTime: Infinity }),
  );
  const from = changes.data?.before?.scanId;
  // The whole comparison: a page of it does not say which findings a dark Region took along.
  const compared = useQuery(
    queries.findings.compare.queryOptions({
      input: { from: from ?? '', to: scan.id },
      ...{ enabled: from !== undefined, staleTime: Infinity },
    }),
  );
  const error = changes.error ?? compared.error ?? catalogue.error;
  if (error) return <ProblemText error={error} header={t('changes.since')} />;
  const { data } = changes;
  if (!data || !sentences || (data.before !== null && !compared.data))
    return (
      <Container
        header={
          <Header variant="h2" description={'\u00a0'}>
            {t('changes.since')}
          </Header>
        }
      >
        <div className="skeleton skeleton-answer" />
      </Container>
    );
  const { before } = data;
  if (before === null || !compared.data)
    return (
      <Container header={<Header variant="h2">{t('changes.since')}</Header>}>
        {t('changes.first-scan')}
      </Container>
    );
  const { drift } = compared.data;
  const told = readChanges({ findings: changedIn(drift), regions: drift.regions });
  const { counts } = told;
  const address = changesPath(before.scanId, scan.id);
  const present = kinds.filter((kind) => counts[kind] > 0);
  const groups = kinds.flatMap((kind) => told.groups(kind)).slice(0, shown);
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={t('changes.before', { at: writeInstant(before.at, language) })}
          actions={<AppLink to={address}>{t('changes.all')}</AppLink>}
        >
          {t('changes.since')}
        </Header>
      }
    >
      {present.length === 0 ? <p className="change-none">{t('changes.none-since')}</p> : null}
      <ul className="change-counts">
        {present.map((kind) => (
          <li key={kind}>
            <AppLink to={`${address}#${kind}`}>
              {t(`changes.count.${kind}`, { n: counts[kind] })}
            </AppLink>
          </li>
        ))}
      </ul>
      {data.rulesDiffer || data.settingsDiffer ? (
        <p className="fine">
          {t(data.rulesDiffer ? 'changes.rules-differ' : 'changes.settings-differ')}{' '}
          <AppLink to={`${address}#ours`}>{t('changes.ours')}</AppLink>
        </p>
      ) : null}
      <ChangeList groups={groups} sentences={sentences} />
    </Container>
  );
}
