import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../../i18n/text.tsx';
import { api, queries } from '../../lib/api-client.ts';
import { DoneNote } from '../../ui/done-note.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';

/** One's own name. */
export function NameSection({ name }: { name: string }) {
  const t = useText();
  const client = useQueryClient();
  const [value, setValue] = useState(name);
  const save = useMutation({
    mutationFn: () => api.profile.rename({ name: value }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: queries.profile.read.key() });
      await client.invalidateQueries({ queryKey: queries.session.key() });
    },
  });
  return (
    <PageSection id="name" title={t('profile.name')}>
      <form
        className="narrow-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (value.trim() !== '' && value !== name) save.mutate();
        }}
      >
        <SpaceBetween size="m">
          {save.error ? <ProblemText error={save.error} /> : null}
          <FormField label={t('profile.name')} description={t('profile.name-hint')} stretch>
            <Input
              value={value}
              autoComplete="name"
              onChange={({ detail }) => setValue(detail.value)}
            />
          </FormField>
          <Button
            formAction="submit"
            loading={save.isPending}
            disabled={value.trim() === '' || value === name}
          >
            {t('profile.save')}
          </Button>
          <DoneNote text={save.isSuccess && value === name ? t('people.saved') : null} />
        </SpaceBetween>
      </form>
    </PageSection>
  );
}
