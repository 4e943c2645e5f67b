import type { ScanReport } from '@ippo/contracts';
import { paths } from '../../app/paths.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import type { StepView } from '../../lib/report-steps.ts';
import type { Sentences } from '../../lib/sentence.ts';
import { openers } from '../../lib/unseen.ts';
import { AppLink } from '../../ui/app-link.tsx';

type Props = { step: StepView; report: ScanReport; sentences: Sentences };

/** An unknown step: what would make it count, reading by reading and question by question. */
export function WouldCount({ step, report, sentences }: Props) {
  const t = useText();
  const language = useLanguage();
  const ids = step.checks.map(({ id }) => id);
  const hidden = report.unreadable.filter(({ checks }) => checks.some((id) => ids.includes(id)));
  const ways = [...new Set(hidden.map(({ reason }) => openers[reason]))];
  const questions = step.checks
    .filter(({ outcome }) => outcome === 'manual' || outcome === 'unknown')
    .flatMap(({ id }) => Object.values(sentences.check(id)?.questions ?? {}));
  if (ways.length === 0 && questions.length === 0) return null;
  return (
    <div className="would-count">
      <h4>{t('first-steps.would-count')}</h4>
      <ul>
        {ways.map((way) => (
          <li key={way}>
            {way === 'policy' ? (
              <AppLink to={`${paths.start}#policy`}>{t('unseen.open.policy')}</AppLink>
            ) : (
              t(`unseen.open.${way}`)
            )}
          </li>
        ))}
        {questions.map((question) => (
          <li key={question.en}>{t('first-steps.question', { question: question[language] })}</li>
        ))}
      </ul>
      {questions.length > 0 ? <p className="fine">{t('first-steps.question-later')}</p> : null}
    </div>
  );
}
