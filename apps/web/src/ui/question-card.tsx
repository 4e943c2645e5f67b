import Button from '@cloudscape-design/components/button';
import { useId, useState } from 'react';
import { useLanguage, useText } from '../i18n/text.tsx';
import { AnswerForm } from './answer-form.tsx';
import { GivenAnswerLine } from './given-answer-line.tsx';
import { OutcomeIcon, type OutcomeShape } from './outcome-icon.tsx';
import type { AskedQuestion } from './questions.tsx';

type Props = { asked: AskedQuestion; scanId: string; mayAnswer: boolean };

/** One question: open with its form, or answered with who said what and until when. */
export function QuestionCard({ asked, scanId, mayAnswer }: Props) {
  const t = useText();
  const text = asked.text[useLanguage()];
  const id = useId();
  const { given } = asked;
  const [again, setAgain] = useState(false);
  const [saved, setSaved] = useState(false);
  const holds = given !== undefined && !given.expired;
  const formOpen = mayAnswer && (!holds || again);
  return (
    <li className={`question question-${shapeOfAnswer(asked)}`} aria-labelledby={id}>
      <OutcomeIcon shape={shapeOfAnswer(asked)} size={20} />
      <div className="question-body">
        <p className="question-text" id={id}>
          {text}
        </p>
        {given ? <GivenAnswerLine given={given} /> : null}
        {!given && !mayAnswer ? <p className="question-fine">{t('answers.who-can')}</p> : null}
        {formOpen ? (
          <AnswerForm
            asked={asked}
            scanId={scanId}
            onDone={(wasSaved) => {
              setAgain(false);
              setSaved(wasSaved);
            }}
          />
        ) : null}
        {mayAnswer && holds && !again ? (
          <Button
            variant="inline-link"
            ariaLabel={t('answers.again-to', { question: text })}
            onClick={() => setAgain(true)}
          >
            {t('answers.again')}
          </Button>
        ) : null}
        <p role="status" className="visually-hidden">
          {saved ? t('answers.saved') : ''}
        </p>
      </div>
    </li>
  );
}

function shapeOfAnswer({ given }: AskedQuestion): OutcomeShape {
  if (given === undefined || given.expired) return 'manual';
  return given.answer === 'yes' ? 'pass' : 'fail';
}
