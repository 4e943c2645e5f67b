import { dashed } from '@ippo/contracts';
import { paths } from '../../app/paths.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { problemOf } from '../../lib/api-problem.ts';
import { useReport } from '../../lib/use-report.ts';
import { unbroken, writeList } from '../../lib/write-names.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import { ClosedRegions } from './closed-regions.tsx';

/** Which Regions are read, and that nobody leaves one out. */
export function RegionsSection() {
  const t = useText();
  const language = useLanguage();
  const report = useReport();
  const none = problemOf(report.error)?.code === 'no-report';
  const { account = '', regions = [] } = report.data?.report ?? {};
  const enabled = regions.filter(({ state }) => state !== 'not-enabled');
  const closed = regions.filter(({ state }) => state === 'scp-denied');
  return (
    <PageSection
      id="regions"
      title={t('regions.settings-title')}
      about={t('regions.settings-about')}
    >
      {report.error && !none ? <ProblemText error={report.error} /> : null}
      {none ? <p className="plain muted">{t('thresholds.nothing-read')}</p> : null}
      {report.data ? (
        <>
          <p className="plain">
            {t('regions.settings-read', {
              account: dashed(account),
              read: enabled.filter(({ answered }) => answered > 0).length,
              total: enabled.length,
            })}{' '}
            {t('regions.settings-off', { n: regions.length - enabled.length })}
            {closed.length > 0
              ? ` ${t('regions.settings-closed', {
                  names: writeList(
                    closed.map(({ name }) => unbroken(name)),
                    language,
                  ),
                })}`
              : ''}
          </p>
          <AppLink to={paths.regions}>{t('regions.settings-open')}</AppLink>
          <ClosedRegions report={report.data.report} scanId={report.data.scan.id} />
        </>
      ) : null}
    </PageSection>
  );
}
