import FormField from '@cloudscape-design/components/form-field';
import RadioGroup from '@cloudscape-design/components/radio-group';
import type { Language } from '@ippo/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLanguageSwitch } from '../../i18n/language-provider.tsx';
import { useText } from '../../i18n/text.tsx';
import { api, queries } from '../../lib/api-client.ts';
import { writeInstant, writeUtc } from '../../lib/dates.ts';
import { chooseZone, useReaderZone } from '../../lib/reader-zone.ts';
import { applyTheme, useTheme, type Theme } from '../../lib/theme.ts';
import { useSession } from '../../lib/use-report.ts';
import { DoneNote } from '../../ui/done-note.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import { ZoneSelect } from '../../ui/zone-select.tsx';

/** Language, time zone and colours of whoever reads. */
export function DisplaySection() {
  const t = useText();
  const { language, choose } = useLanguageSwitch();
  const theme = useTheme();
  return (
    <PageSection id="display" title={t('display.title')} about={t('display.saves-at-once')}>
      <FormField label={t('display.language')} stretch>
        <RadioGroup
          value={language}
          items={[
            { value: 'en', label: 'English' },
            { value: 'ja', label: '日本語' },
          ]}
          onChange={({ detail }) => choose(detail.value as Language)}
        />
      </FormField>
      <Zone />
      <FormField label={t('display.theme')} stretch>
        <RadioGroup
          value={theme}
          items={[
            { value: 'light', label: t('display.light') },
            { value: 'dark', label: t('display.dark') },
          ]}
          onChange={({ detail }) => applyTheme(detail.value as Theme)}
        />
      </FormField>
    </PageSection>
  );
}

function Zone() {
  const t = useText();
  const { language } = useLanguageSwitch();
  const client = useQueryClient();
  const session = useSession().data;
  const zone = useReaderZone();
  const [now] = useState(() => new Date().toISOString());
  const save = useMutation({
    mutationFn: (timeZone: string | null) => api.profile.setTimeZone({ timeZone }),
    onSuccess: (_done, timeZone) => {
      chooseZone(timeZone);
      return client.invalidateQueries({ queryKey: queries.session.key() });
    },
  });
  return (
    <>
      {save.error ? <ProblemText error={save.error} /> : null}
      <FormField
        label={t('display.zone')}
        description={t('display.zone-hint')}
        constraintText={t('display.now', {
          local: writeInstant(now, language, zone),
          utc: writeUtc(now),
        })}
      >
        <ZoneSelect
          zone={session?.timeZone ?? null}
          withBrowser
          disabled={save.isPending || session === undefined}
          onChange={(chosen) => save.mutate(chosen)}
        />
      </FormField>
      <DoneNote text={save.isSuccess ? t('settings.saved') : null} />
    </>
  );
}
