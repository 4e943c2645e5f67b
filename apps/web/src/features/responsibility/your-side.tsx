import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { ScanReport, StepId } from '@ippo/contracts';
import { checkPath, stepPath } from '../../app/paths.ts';
import { useText } from '../../i18n/text.tsx';
import { outcomeId, shapeOf } from '../../lib/report-steps.ts';
import type { Sentences } from '../../lib/sentence.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { OutcomeIcon } from '../../ui/outcome-icon.tsx';
import { shapeOfState } from '../../ui/stairs.tsx';
import { duties, isJudged, type Duty } from './duties.ts';

type Props = { report: ScanReport | undefined; sentences: Sentences | undefined };

/** The customer's duties, each with what Ippo last saw of it; what it does not look at says so. */
export function YourSide({ report, sentences }: Props) {
  const t = useText();
  const judged = duties.filter(isJudged).length;
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={t('duty.about', {
            judged,
            total: duties.length,
            rest: duties.length - judged,
          })}
        >
          {t('duty.title')}
        </Header>
      }
    >
      <ul className="duties">
        {duties.map((duty) => (
          <li key={duty.id} className={isJudged(duty) ? 'duty' : 'duty duty-blind'}>
            <div>
              <h3>{t(`duty.${duty.id}`)}</h3>
              <p>{t(`duty.${duty.id}.text`)}</p>
            </div>
            {isJudged(duty) ? (
              <Seen duty={duty} report={report} sentences={sentences} />
            ) : (
              <p className="duty-none">{t('duty.not-judged')}</p>
            )}
          </li>
        ))}
      </ul>
    </Container>
  );
}

function Seen({ duty, report, sentences }: Props & { duty: Duty }) {
  const t = useText();
  if (!report) return <p className="duty-none">{t('duty.nothing-read')}</p>;
  return (
    <ul className="duty-seen">
      {duty.steps.map((id) => (
        <StepLine key={id} id={id} report={report} />
      ))}
      {duty.checks.map((id) => {
        const check = report.checks.find((one) => one.id === id);
        if (!check) return null;
        return (
          <li key={id}>
            <OutcomeIcon shape={shapeOf(check)} />
            <span>
              <AppLink to={checkPath(id)}>{sentences?.title(id) ?? id}</AppLink>
              <span className="duty-word">{t(outcomeId(check))}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function StepLine({ id, report }: { id: StepId; report: ScanReport }) {
  const t = useText();
  const at = report.firstSteps.items.findIndex((item) => item.id === id);
  const state = report.firstSteps.items[at]?.state ?? 'unknown';
  return (
    <li>
      <OutcomeIcon shape={shapeOfState[state]} />
      <span>
        <AppLink to={stepPath(id)}>{t(`name.${id}`)}</AppLink>
        <span className="duty-word">
          {t('duty.step', { n: at + 1, state: t(`state.${state}`) })}
        </span>
      </span>
    </li>
  );
}
