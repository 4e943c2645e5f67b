import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import { dashed, type CheckResult, type ScanReport } from '@ippo/contracts';
import type { ReactNode } from 'react';
import { checkPath, findingPath, paths, stepPath } from '../../app/paths.ts';
import { useText } from '../../i18n/text.tsx';
import type { Sentences } from '../../lib/sentence.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { OutcomeIcon } from '../../ui/outcome-icon.tsx';
import { RegionName } from '../../ui/region-name.tsx';
import { Ago, When } from '../../ui/when.tsx';
import type { OneFinding } from './finding-history.tsx';

type Props = {
  found: OneFinding;
  /** Null where the newest report no longer has the check. */
  check: CheckResult | null;
  report: ScanReport;
  sentences: Sentences;
};

const elsewhereShown = 8;
/** The API tells no more than these. */
const elsewhereSent = 50;

/** What a finding does to score and steps, since when it is so, and what it is about. */
export function FindingRail({ found, check, report, sentences }: Props) {
  const t = useText();
  const { finding, history } = found;
  const index = report.firstSteps.items.findIndex(({ checks }) => checks.includes(finding.check));
  const step = report.firstSteps.items[index];
  const passed = history.find(({ outcome, until }) => outcome === 'pass' && until !== null);
  const reopened = history.filter(({ change }) => change === 'reopened').length;
  const resource = finding.resource ?? finding.facet;
  return (
    <aside>
      <Container>
        <dl className="rail">
          {check ? (
            <Entry name={t('check.effect')}>
              <b>{t(`check.effect.${finding.blocked ? 'not-met' : effectOf(check)}`)}</b>
              {report.score.because.includes(check.id) ? <div>{t('check.halves')}</div> : null}
            </Entry>
          ) : null}
          <Entry name={t('check.step')}>
            {step ? (
              <AppLink to={stepPath(step.id)}>
                {t('check.step-link', { n: index + 1, name: t(`name.${step.id}`) })}
              </AppLink>
            ) : (
              t('check.no-step')
            )}
          </Entry>
          <Entry name={t('finding.check')}>
            <AppLink to={checkPath(finding.check)}>{sentences.title(finding.check)}</AppLink>
          </Entry>
          <Entry name={t('finding.since')}>
            <When at={finding.since} />
            <div className="fine-line">
              <Ago at={finding.since} />
            </div>
          </Entry>
          <Entry name={t('finding.first-seen')}>
            <When at={finding.firstSeen} />
          </Entry>
          <Entry name={t('finding.last-passed')}>
            {passed?.until ? <When at={passed.until.at} /> : t('finding.never-passed')}
          </Entry>
          {reopened > 0 ? (
            <Entry name={t('finding.reopened')}>{t('finding.times', { n: reopened })}</Entry>
          ) : null}
          {resource === undefined ? null : (
            <Entry name={t('finding.resource')}>
              <bdi className="mono arn">{resource}</bdi>
            </Entry>
          )}
          <Entry name={t('check.account')}>
            <span className="code-name">{dashed(finding.account)}</span>
          </Entry>
          <Entry name={t('check.read-by')}>
            <bdi className="mono arn">{report.caller}</bdi>
          </Entry>
        </dl>
      </Container>
      <Elsewhere found={found} />
    </aside>
  );
}

/** The same check in other places, the worst first. */
function Elsewhere({ found: { elsewhere, finding } }: { found: OneFinding }) {
  const t = useText();
  if (elsewhere.length === 0) return null;
  return (
    <div className="elsewhere">
      <Container
        header={
          <Header
            variant="h2"
            counter={`(${elsewhere.length}${elsewhere.length < elsewhereSent ? '' : '+'})`}
          >
            {t('finding.elsewhere')}
          </Header>
        }
      >
        <ul>
          {elsewhere.slice(0, elsewhereShown).map((row) => {
            const shape = row.blocked ? 'blocked' : row.outcome;
            return (
              <li key={row.fingerprint} className="with-icon">
                <OutcomeIcon shape={shape} size={14} />
                <span>
                  <span className="visually-hidden">{t(`outcome.${shape}`)}: </span>
                  <AppLink to={findingPath(row.fingerprint)}>
                    {row.facet ?? row.resource?.split('/').at(-1) ?? (
                      <RegionName region={row.region ?? 'global'} />
                    )}
                  </AppLink>
                </span>
              </li>
            );
          })}
        </ul>
        {elsewhere.length > elsewhereShown ? (
          <AppLink to={`${paths.findings}?check=${finding.check}`}>
            {t('finding.all-of-check')}
          </AppLink>
        ) : null}
      </Container>
    </div>
  );
}

function effectOf({ outcome, standing }: CheckResult) {
  return outcome === 'unknown' && standing === 'not-met' ? 'unknown' : standing;
}

function Entry({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
