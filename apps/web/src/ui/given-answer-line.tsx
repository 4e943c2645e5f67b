import type { GivenAnswer } from '@ippo/contracts';
import { Text, useText } from '../i18n/text.tsx';
import { When } from './when.tsx';

/** What was said, by whom, when, until when, and why; an expired answer says so. */
export function GivenAnswerLine({ given }: { given: GivenAnswer }) {
  const t = useText();
  return (
    <>
      <p className="given-line">
        <b className={`given-answer${given.expired ? ' given-expired' : ''}`}>
          {t(`answers.${given.answer}`)}
        </b>{' '}
        <Text
          id="answers.given"
          values={{ who: <bdi>{given.by}</bdi>, when: <When at={given.at} /> }}
        />
      </p>
      {given.note ? <blockquote className="given-note">{given.note}</blockquote> : null}
      <p className={given.expired ? 'question-expired' : 'question-fine'}>
        <Text
          id={given.expired ? 'answers.expired' : 'answers.until'}
          values={{ when: <When at={given.until} /> }}
        />
      </p>
    </>
  );
}
