import Alert from '@cloudscape-design/components/alert';
import { problemSentence } from '@ippo/contracts';
import type { ReactNode } from 'react';
import { useLanguage, useText } from '../i18n/text.tsx';
import { problemOf } from '../lib/api-problem.ts';

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
      {problem ? problemSentence(problem.code, problem.params, language) : t('state.offline')}
      {problem ? <div className="fine">{t('state.code', { code: problem.code })}</div> : null}
    </Alert>
  );
}
