import Alert from '@cloudscape-design/components/alert';
import { problems, problemSentence, type Language } from '@ippo/contracts';
import type { ReactNode } from 'react';
import { useLanguage, useText } from '../i18n/text.tsx';
import { problemOf, type ApiProblem } from '../lib/api-problem.ts';

/** What went wrong and what to do, with its code; never a stack. */
export function ProblemText(props: { error: unknown; header?: string; action?: ReactNode }) {
  const t = useText();
  const language = useLanguage();
  const problem = problemOf(props.error);
  return (
    <Alert
      type="error"
      {...(props.header ? { header: props.header } : {})}
      {...(props.action ? { action: props.action } : {})}
    >
      {problem ? sentenceOf(problem, language) : t('state.offline')}
      {problem ? <div className="fine">{t('state.code', { code: problem.code })}</div> : null}
    </Alert>
  );
}

/** A code that this page does not know yet, after an upgrade, reads as a failure of ours. */
function sentenceOf({ code, params }: ApiProblem, language: Language): string {
  return problemSentence(code in problems ? code : 'internal', params, language);
}
