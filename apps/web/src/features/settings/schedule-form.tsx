import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import RadioGroup from '@cloudscape-design/components/radio-group';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { weekdays, type ConnectionSchedule, type Schedule } from '@ippo/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { api, queries } from '../../lib/api-client.ts';
import { useReaderZone } from '../../lib/reader-zone.ts';
import { useDraft } from '../../lib/use-draft.ts';
import { ProblemText } from '../../ui/problem-text.tsx';
import { ZoneSelect } from '../../ui/zone-select.tsx';
import { weekdayName, type Weekday } from './use-schedule-words.ts';

const kinds = ['off', 'daily', 'weekly', 'cron'] as const;
type Written = {
  kind: (typeof kinds)[number];
  time: string;
  weekday: Weekday;
  cron: string;
  zone: string;
};

/** Sets when one connection is scanned; the times that come of it stand beside its name then. */
export function ScheduleForm(props: { schedule: ConnectionSchedule; onClose: () => void }) {
  const { target, schedule } = props.schedule;
  const t = useText();
  const language = useLanguage();
  const client = useQueryClient();
  const draft = useDraft(`schedule.${target}`, writtenOf(schedule, useReaderZone()));
  const [tried, setTried] = useState(false);
  const written = draft.value;
  const timed = written.kind === 'daily' || written.kind === 'weekly';
  const badTime = timed && !/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(written.time);
  const save = useMutation({
    mutationFn: (next: Schedule) => api.schedules.set({ target, schedule: next }),
    onSuccess: async () => {
      draft.discard();
      await client.invalidateQueries({ queryKey: queries.schedules.key() });
      props.onClose();
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (!badTime) save.mutate(scheduleOf(written));
  }

  return (
    <form className="narrow-form panel" noValidate onSubmit={submit}>
      <SpaceBetween size="m">
        {save.error ? <ProblemText error={save.error} /> : null}
        <FormField label={t('schedule.kind')} stretch>
          <RadioGroup
            value={written.kind}
            items={kinds.map((value) => ({ value, label: t(`schedule.${value}`) }))}
            onChange={({ detail }) =>
              draft.change({ ...written, kind: detail.value as Written['kind'] })
            }
          />
        </FormField>
        {written.kind === 'weekly' ? (
          <FormField label={t('schedule.weekday')} stretch>
            <Select
              selectedOption={{
                value: written.weekday,
                label: weekdayName(written.weekday, language),
              }}
              options={weekdays.map((value) => ({ value, label: weekdayName(value, language) }))}
              onChange={({ detail }) =>
                draft.change({ ...written, weekday: detail.selectedOption.value as Weekday })
              }
            />
          </FormField>
        ) : null}
        {timed ? (
          <FormField
            label={t('schedule.time')}
            constraintText={t('schedule.time-hint')}
            errorText={tried && badTime ? t('schedule.time-fault') : ''}
            stretch
          >
            <Input
              value={written.time}
              placeholder="09:00"
              onChange={({ detail }) => draft.change({ ...written, time: detail.value.trim() })}
            />
          </FormField>
        ) : null}
        {written.kind === 'cron' ? (
          <FormField
            label={t('schedule.cron-label')}
            constraintText={t('schedule.cron-hint')}
            stretch
          >
            <Input
              value={written.cron}
              spellcheck={false}
              onChange={({ detail }) => draft.change({ ...written, cron: detail.value })}
            />
          </FormField>
        ) : null}
        {written.kind === 'off' ? null : (
          <FormField label={t('schedule.zone')} stretch>
            <ZoneSelect
              zone={written.zone}
              onChange={(zone) => draft.change({ ...written, zone: zone ?? written.zone })}
            />
          </FormField>
        )}
        {draft.dirty ? <Alert type="info">{t('settings.unsaved')}</Alert> : null}
        <SpaceBetween size="s" direction="horizontal">
          <Button formAction="submit" loading={save.isPending} disabled={!draft.dirty}>
            {t('settings.save')}
          </Button>
          <Button
            variant="link"
            formAction="none"
            onClick={() => {
              draft.discard();
              props.onClose();
            }}
          >
            {t(draft.dirty ? 'settings.discard' : 'settings.cancel')}
          </Button>
        </SpaceBetween>
      </SpaceBetween>
    </form>
  );
}

function writtenOf(schedule: Schedule, zone: string): Written {
  const usual = { time: '09:00', weekday: 'monday', cron: '0 9 * * 1', zone } as const;
  return { ...usual, ...schedule };
}

function scheduleOf({ kind, time, weekday, cron, zone }: Written): Schedule {
  if (kind === 'daily') return { kind, time, zone };
  if (kind === 'weekly') return { kind, weekday, time, zone };
  return kind === 'cron' ? { kind, cron, zone } : { kind };
}
