import Container from '@cloudscape-design/components/container';
import type { CheckResult } from '@ippo/contracts';
import type { Sentences } from '../../lib/sentence.ts';
import { Questions, useQuestions } from '../../ui/questions.tsx';

type Props = { check: CheckResult; sentences: Sentences };

/** The questions of a check that a person answers; nothing where it has none to ask. */
export function AskedOfPeople({ check, sentences }: Props) {
  const asked = useQuestions([check], sentences);
  if (asked.length === 0) return null;
  return (
    <Container>
      <Questions checks={[check]} sentences={sentences} />
    </Container>
  );
}
