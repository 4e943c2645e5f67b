import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import type { CheckResult, Measure, ScanReport } from '@ippo/contracts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import type { MessageId } from '../../i18n/message-ids.ts';
import { shapeOf, type StepView } from '../../lib/report-steps.ts';
import type { Sentences } from '../../lib/sentence.ts';
import { useNarrow } from '../../lib/use-narrow.ts';
import { writeList } from '../../lib/write-names.ts';
import { CheckRows } from './check-rows.tsx';
import { Practice } from './practice.tsx';

type Props = { measure: Measure; steps: StepView[]; report: ScanReport; sentences: Sentences };

/** One measure of the course: its practices, then its deeper checks. */
export function Chapter({ measure, steps, report, sentences }: Props) {
  const t = useText();
  const inSteps = new Set(report.firstSteps.items.flatMap(({ checks }) => checks));
  const deeper = report.checks.filter(
    (check) => check.measure === measure && !inSteps.has(check.id),
  );
  return (
    <div id={`measure-${measure}`} className="chapter">
      <Container
        footer={deeper.length > 0 ? <Deeper checks={deeper} sentences={sentences} /> : null}
      >
        <h2 className="chapter-title">
          <span>{t('measure.number', { n: measure })}</span> {t(`measure.${measure}.name`)}
        </h2>
        <p className="chapter-why">{t(`measure.${measure}.why`)}</p>
        <ul className="practices">
          {steps.map((step) => (
            <Practice key={step.id} step={step} report={report} sentences={sentences} />
          ))}
        </ul>
      </Container>
    </div>
  );
}

const order = ['fail', 'blocked', 'unknown', 'manual', 'pass', 'not-applicable'] as const;

/** The checks beyond the steps, what fails on top; open where something does, but for a phone. */
function Deeper({ checks, sentences }: { checks: CheckResult[]; sentences: Sentences }) {
  const t = useText();
  const narrow = useNarrow();
  const outcomes = useOutcomes(checks);
  const ordered = checks.toSorted(
    (a, b) => order.indexOf(shapeOf(a)) - order.indexOf(shapeOf(b)) || b.weight - a.weight,
  );
  return (
    <ExpandableSection
      headerText={t('first-steps.deeper', { n: checks.length, outcomes })}
      defaultExpanded={!narrow && checks.some(({ outcome }) => outcome === 'fail')}
    >
      <CheckRows checks={ordered} sentences={sentences} />
    </ExpandableSection>
  );
}

const told = ['pass', 'fail', 'blocked', 'unknown', 'manual', 'not-applicable'] as const;

/** "6 pass, 2 fail". */
function useOutcomes(checks: CheckResult[]): string {
  const t = useText();
  const language = useLanguage();
  const shapes = told.filter((shape) => checks.some((check) => shapeOf(check) === shape));
  return writeList(
    shapes.map((shape) =>
      t('first-steps.count', {
        n: checks.filter((check) => shapeOf(check) === shape).length,
        outcome: t(`first-steps.outcome.${shape}` satisfies MessageId),
      }),
    ),
    language,
  );
}
