import Container from '@cloudscape-design/components/container';
import type { ScanReport } from '@ippo/contracts';
import { paths, stepPath } from '../../app/paths.ts';
import { useLanguage, useText, type Write } from '../../i18n/text.tsx';
import { stepsOf, type StepView } from '../../lib/report-steps.ts';
import { stepTexts, type StepTexts } from '../../lib/step-texts.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { Stairs } from '../../ui/stairs.tsx';
import { MovedInWeek } from './moved-in-week.tsx';

/** The first thing on the first page: how many of seven, what is true, and the stair. */
export function Hero({ report }: { report: ScanReport }) {
  const t = useText();
  const language = useLanguage();
  const steps = stepsOf(report).map((step) => ({ step, texts: stepTexts(step, t, language) }));
  const { done, total, unknown } = report.firstSteps;
  const treads = steps.map(({ step, texts }) => ({
    key: step.id,
    measure: step.measure,
    state: step.state,
    name: t(`name.${step.id}`),
    fact: texts.fact,
    to: stepPath(step.id),
  }));
  return (
    <Container>
      <div className="hero-frame">
        <div className="hero">
          <div className="hero-words">
            <h2 className="hero-kicker">{t('overview.first-steps')}</h2>
            <p className="hero-number">
              <b>{done}</b> <span>{t('hero.of-done', { total })}</span>{' '}
              <MovedInWeek figure="stepsDone" value={done} />
            </p>
            <p className="hero-headline">{headlineOf(report, steps, t)}</p>
            <p className="hero-rest">
              {done === total
                ? t('hero.rest-done')
                : t('hero.rest', { todo: total - done - unknown, unknown })}
            </p>
            <AppLink to={paths.firstSteps} variant="primary">
              {t('hero.open')} <span aria-hidden="true">→</span>
            </AppLink>
          </div>
          <Stairs treads={treads} />
        </div>
      </div>
    </Container>
  );
}

type Told = { step: StepView; texts: StepTexts };

/** What is true, in words that could be read aloud: the worst that is known first. */
function headlineOf(report: ScanReport, steps: Told[], t: Write): string {
  const open = steps.filter(({ step }) => step.state === 'not-done');
  const worst = open.toSorted((a, b) => weightOf(b.step) - weightOf(a.step))[0];
  if (worst) return worst.texts.headline;
  if (report.firstSteps.done === report.firstSteps.total) return t('headline.done');
  if (report.coverage.checks.judged === 0) return t('headline.dark');
  const waiting = report.checks.every(({ outcome }) => outcome !== 'unknown');
  return waiting ? t('headline.answer') : t('headline.unknown');
}

function weightOf(step: StepView): number {
  return Math.max(
    0,
    ...step.checks.filter((one) => one.standing === 'not-met').map((c) => c.weight),
  );
}
