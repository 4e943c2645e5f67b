import type { CheckResult, GivenAnswer, Localised } from '@ippo/contracts';
import { may } from '@ippo/contracts';
import { useText } from '../i18n/text.tsx';
import { asksPerson } from '../lib/report-steps.ts';
import type { Sentences } from '../lib/sentence.ts';
import { newestAnswer, useAnswers } from '../lib/use-answers.ts';
import { useReport, useSession } from '../lib/use-report.ts';
import { QuestionCard } from './question-card.tsx';
import { SeenInAws } from './seen-in-aws.tsx';
import './questions.css';

/** A question of a check with the newest answer to it. */
export type AskedQuestion = {
  check: Pick<CheckResult, 'id'>;
  question: string;
  text: Localised;
  given: GivenAnswer | undefined;
};

/** What only a person can tell of these checks: what waits for an answer, and what was answered. */
export function useQuestions(
  checks: readonly CheckResult[],
  sentences: Sentences,
): (AskedQuestion & { check: CheckResult })[] {
  const answers = useAnswers().data?.answers ?? [];
  return checks.flatMap((check) =>
    Object.entries(sentences.check(check.id)?.questions ?? {})
      .map(([question, text]) => ({
        ...{ check, question, text },
        given: newestAnswer(answers, check.id, question),
      }))
      .filter(({ given }) => given !== undefined || asksPerson(check)),
  );
}

/** The questions as cards, check by check, each check with what AWS showed of the matter. */
export function Questions(props: { checks: readonly CheckResult[]; sentences: Sentences }) {
  const t = useText();
  const asked = useQuestions(props.checks, props.sentences);
  const scanId = useReport().data?.scan.id;
  const role = useSession().data?.role ?? null;
  const loaded = useAnswers().data !== undefined;
  if (asked.length === 0 || scanId === undefined || !loaded) return null;
  const given = asked.filter((one) => one.given !== undefined && !one.given.expired).length;
  const checks = [...new Set(asked.map(({ check }) => check))];
  return (
    <section className="questions" aria-label={t('answers.title')}>
      <p className="questions-title">
        <b>{t('answers.title')}</b>
        <span className="questions-count">
          {t('answers.count', { given, total: asked.length })}
        </span>
      </p>
      <p className="questions-about">{t('answers.about')}</p>
      {checks.map((check) => (
        <div key={check.id} className="questions-of-check">
          <SeenInAws check={check} />
          <ul className="question-cards">
            {asked
              .filter((one) => one.check === check)
              .map((one) => (
                <QuestionCard
                  key={one.question}
                  asked={one}
                  scanId={scanId}
                  mayAnswer={may(role, 'scan')}
                />
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
