import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import RadioGroup from '@cloudscape-design/components/radio-group';
import Textarea from '@cloudscape-design/components/textarea';
import { useState } from 'react';
import { useLanguage, useText } from '../i18n/text.tsx';
import { useGiveAnswer } from '../lib/use-answers.ts';
import { ProblemText } from './problem-text.tsx';
import type { AskedQuestion } from './questions.tsx';

type Props = { asked: AskedQuestion; scanId: string; onDone: (saved: boolean) => void };

const choices = [30, 90, 180, 365];
const longestNote = 500;

/** Yes, no, or neither yet; how long it holds and why only for who wants to say so. */
export function AnswerForm({ asked, scanId, onDone }: Props) {
  const t = useText();
  const question = asked.text[useLanguage()];
  const give = useGiveAnswer();
  const [note, setNote] = useState('');
  const [days, setDays] = useState(180);
  const [options, setOptions] = useState(false);
  const [notSure, setNotSure] = useState(false);
  const held = asked.given !== undefined && !asked.given.expired;

  function say(answer: 'yes' | 'no'): void {
    setNotSure(false);
    const own = { check: asked.check.id, question: asked.question, answer, validDays: days };
    give.mutate(
      { id: scanId, ...own, ...(note.trim() && { note: note.trim() }) },
      { onSuccess: () => onDone(true) },
    );
  }

  return (
    <div className="answer-form">
      <div className="answer-buttons">
        {(['yes', 'no'] as const).map((answer) => (
          <Button
            key={answer}
            loading={give.isPending && give.variables.answer === answer}
            disabled={give.isPending}
            ariaLabel={t(`answers.${answer}-to`, { question })}
            onClick={() => say(answer)}
          >
            {t(`answers.${answer}`)}
          </Button>
        ))}
        <Button
          variant="link"
          {...(held ? {} : { ariaLabel: t('answers.not-sure-to', { question }) })}
          onClick={() => (held ? onDone(false) : setNotSure(true))}
        >
          {t(held ? 'answers.keep' : 'answers.not-sure')}
        </Button>
      </div>
      <p role="status" className="question-fine">
        {notSure ? t('answers.not-sure-said') : ''}
      </p>
      {options ? (
        <div className="answer-options">
          <FormField label={t('answers.valid')}>
            <RadioGroup
              direction="horizontal"
              value={String(days)}
              onChange={({ detail }) => setDays(Number(detail.value))}
              items={choices.map((n) => ({ value: String(n), label: t('answers.days', { n }) }))}
            />
          </FormField>
          <FormField label={t('answers.note')} constraintText={t('answers.note-about')}>
            <Textarea
              value={note}
              rows={2}
              onChange={({ detail }) => setNote(detail.value.slice(0, longestNote))}
            />
          </FormField>
        </div>
      ) : (
        <Button variant="inline-link" onClick={() => setOptions(true)}>
          {t('answers.options', { n: days })}
        </Button>
      )}
      {give.error ? <ProblemText error={give.error} /> : null}
    </div>
  );
}
