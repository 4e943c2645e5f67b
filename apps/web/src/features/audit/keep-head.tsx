import Button from '@cloudscape-design/components/button';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../../i18n/text.tsx';
import { queries } from '../../lib/api-client.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';

/** The one thing that the chain alone cannot show: rows cut off at its end. */
export function KeepHead({ head }: { head: string }) {
  const t = useText();
  const [kept, setKept] = useState('');
  const compare = useMutation(queries.audit.verify.mutationOptions());
  const given = kept.trim().toLowerCase();
  const valid = /^[0-9a-f]{64}$/.test(given);
  const wrong = given !== '' && !valid;
  return (
    <ExpandableSection headerText={t('audit.keep')}>
      <SpaceBetween size="m">
        <p className="fine">{t('audit.keep-about')}</p>
        <div className="audit-head">
          <span>{t('audit.head')}</span>
          <code className="mono arn">{head}</code>
          <CopyButton text={head} label={t('audit.copy-head')} />
        </div>
        <form
          className="audit-compare"
          onSubmit={(event) => {
            event.preventDefault();
            if (valid) compare.mutate({ head: given });
          }}
        >
          <FormField label={t('audit.kept-head')} errorText={wrong ? t('audit.head-wrong') : null}>
            <Input
              value={kept}
              onChange={({ detail }) => {
                setKept(detail.value);
                compare.reset();
              }}
              spellcheck={false}
              autoComplete={false}
            />
          </FormField>
          <Button formAction="submit" loading={compare.isPending} disabled={!valid}>
            {t('audit.compare')}
          </Button>
        </form>
        <div role="status">
          {compare.data?.state === 'unbroken' ? t('audit.head-found') : null}
          {compare.data?.state === 'head-missing' ? <b>{t('audit.head-missing-text')}</b> : null}
        </div>
        {compare.error ? <ProblemText error={compare.error} /> : null}
      </SpaceBetween>
    </ExpandableSection>
  );
}
