import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { CheckResult, Finding, ScanReport } from '@ippo/contracts';
import { checkPath, findingPath, preflightPath } from '../../app/paths.ts';
import { Text, useLanguage, useText } from '../../i18n/text.tsx';
import type { Sentences } from '../../lib/sentence.ts';
import { openers, reasonsHiding } from '../../lib/unseen.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { RemedyBox } from '../../ui/remedy-box.tsx';
import { useScanTarget } from '../../ui/scan-button.tsx';

type Props = { report: ScanReport; check: CheckResult; finding: Finding; sentences: Sentences };

/** What to do about a finding: mend it, mend its cause first, or make it readable. */
export function FindingWays(props: Props) {
  const { outcome, reason } = props.finding;
  if (reason.code === 'blocked-by') return <MendFirst {...props} />;
  if (outcome === 'fail') return <Mend {...props} />;
  return outcome === 'unknown' ? <MakeReadable {...props} /> : <Good {...props} />;
}

/** The check narrowed to the one finding, for what is written about it. */
function narrowed({ check, finding }: Props): CheckResult {
  return { ...check, outcome: finding.outcome, findings: [finding] };
}

function Mend(props: Props) {
  const t = useText();
  const { report, sentences } = props;
  return (
    <Container header={<Header variant="h2">{t('check.fix')}</Header>}>
      <GoodLine {...props} />
      <RemedyBox report={report} check={narrowed(props)} sentences={sentences} />
    </Container>
  );
}

function MendFirst({ report, finding, sentences }: Props) {
  const t = useText();
  /** The cause at the same place, else the check as a whole. */
  const pathOf = (id: string) => {
    const all = report.checks.find((one) => one.id === id)?.findings ?? [];
    const fails = all.filter(({ outcome }) => outcome === 'fail');
    const here = fails.find(({ region }) => region === finding.region) ?? fails[0];
    return here ? findingPath(here.fingerprint) : checkPath(id);
  };
  const causes = [finding.reason.params['check']].flat().map(String);
  return (
    <Alert type="info" header={t('finding.cause')}>
      {causes.map((id) => (
        <AppLink key={id} to={pathOf(id)}>
          {sentences.title(id)}
        </AppLink>
      ))}
      <div>{t('finding.cause-about')}</div>
    </Alert>
  );
}

function MakeReadable(props: Props) {
  const t = useText();
  const { report, check, finding, sentences } = props;
  const target = useScanTarget(report.source);
  const { action } = finding.reason.params;
  const reasons = reasonsHiding(report, check, finding);
  const ways = [...new Set(reasons.map((one) => openers[one]).filter(Boolean))];
  const defect = finding.reason.code === 'check-crashed';
  return (
    <Container
      header={
        <Header variant="h2" description={t('finding.unknown-about')}>
          {t('finding.make-readable')}
        </Header>
      }
    >
      {defect ? <p className="plain">{t('finding.defect')}</p> : null}
      <ul className="ways">
        {ways.map((way) => (
          <li key={way}>
            {way === 'policy' ? (
              <AppLink to={preflightPath(target)}>{t('unseen.open.policy')}</AppLink>
            ) : (
              t(`unseen.open.${way}`)
            )}
          </li>
        ))}
        {ways.length === 0 && !defect ? <li>{t('finding.see-not-seen')}</li> : null}
      </ul>
      {action === undefined ? null : (
        <p className="fine">
          <Text
            id="finding.would-ask"
            values={{ action: <code className="code-name">{[action].flat().join(', ')}</code> }}
          />{' '}
          {reasons.map((one) => sentences.readingReason(one)).join(' ')}
        </p>
      )}
    </Container>
  );
}

function Good(props: Props) {
  const t = useText();
  const { check, sentences } = props;
  if (!sentences.check(check.id)) return null;
  return (
    <Container header={<Header variant="h2">{t('check.good')}</Header>}>
      <p className="plain">
        <GoodText {...props} />
      </p>
    </Container>
  );
}

function GoodLine(props: Props) {
  const t = useText();
  return (
    <>
      <h3 className="small-heading">{t('check.good')}</h3>
      <p className="plain">
        <GoodText {...props} />
      </p>
    </>
  );
}

function GoodText({ check, sentences }: Props) {
  return <>{sentences.check(check.id)?.good[useLanguage()]}</>;
}
