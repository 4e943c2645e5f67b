import Container from '@cloudscape-design/components/container';
import type { CheckResult, ScanReport } from '@ippo/contracts';
import { useText } from '../../i18n/text.tsx';
import type { Sentences } from '../../lib/sentence.ts';
import { Questions, useQuestions } from '../../ui/questions.tsx';

type Props = { report: ScanReport; check: CheckResult; sentences: Sentences };

/** The questions of a check that a person answers; nothing where it has none to ask. */
export function AskedOfPeople({ report, check, sentences }: Props) {
  const t = useText();
  const asked = useQuestions([check], sentences);
  if (asked.length === 0) return null;
  const index = report.firstSteps.items.findIndex(({ checks }) => checks.includes(check.id));
  const done = report.firstSteps.items[index]?.state === 'done';
  return (
    <Container>
      {done && check.outcome === 'unknown' ? (
        <p className="unknown-though-done">{t('answers.unknown-though-done', { n: index + 1 })}</p>
      ) : null}
      <Questions checks={[check]} sentences={sentences} />
    </Container>
  );
}
