import ExpandableSection from '@cloudscape-design/components/expandable-section';
import { dashed, may, type AccountQuestion } from '@ippo/contracts';
import { checkPath } from '../../app/paths.ts';
import { Text, useText } from '../../i18n/text.tsx';
import { daysUntil } from '../../lib/calendar-day.ts';
import type { Sentences } from '../../lib/sentence.ts';
import { useSession } from '../../lib/use-report.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { QuestionCard } from '../../ui/question-card.tsx';
import { When } from '../../ui/when.tsx';

type Props = { asked: AccountQuestion; sentences: Sentences };

const soonDays = 30;

/** One question about one account: answered in place, with what was said before. */
export function AccountQuestionRow({ asked, sentences }: Props) {
  const t = useText();
  const role = useSession().data?.role ?? null;
  const { account, check, question, answers, scanId, state } = asked;
  const [newest, ...earlier] = answers;
  const text = sentences.check(check)?.questions[question];
  if (!text) return null;
  const days = newest ? daysUntil(newest.until) : 0;
  return (
    <li className="account-question">
      <p className="account-question-of">
        <span className="code-name">{t('questions.of-account', { account: dashed(account) })}</span>
        {' · '}
        <AppLink to={checkPath(check)}>{sentences.title(check)}</AppLink>
        {state === 'answered' && days <= soonDays ? (
          <b> · {t('questions.ends-in', { days })}</b>
        ) : null}
      </p>
      <ul className="question-cards">
        <QuestionCard
          asked={{ check: { id: check }, question, text, given: newest }}
          scanId={scanId}
          mayAnswer={may(role, 'scan')}
        />
      </ul>
      {earlier.length > 0 ? (
        <ExpandableSection headerText={t('questions.history', { n: earlier.length })}>
          <ul className="earlier-answers">
            {earlier.map((one) => (
              <li key={one.at}>
                <Text
                  id="questions.earlier"
                  values={{
                    answer: <b>{t(`answers.${one.answer}`)}</b>,
                    who: <bdi>{one.by}</bdi>,
                    when: <When at={one.at} />,
                  }}
                />
                {one.note ? <blockquote className="given-note">{one.note}</blockquote> : null}
              </li>
            ))}
          </ul>
        </ExpandableSection>
      ) : null}
    </li>
  );
}
