import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { thresholdNames, thresholds, type Settings, type ThresholdName } from '@ippo/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Text, useLanguage, useText } from '../../i18n/text.tsx';
import { api, queries } from '../../lib/api-client.ts';
import { useDraft } from '../../lib/use-draft.ts';
import { DoneNote } from '../../ui/done-note.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import { When } from '../../ui/when.tsx';
import { OwnersNote, useMay } from './owners-note.tsx';
import { ThresholdEffects } from './threshold-effects.tsx';
import { ThresholdField } from './threshold-field.tsx';

type Written = Record<ThresholdName, string>;

/** The limits that decide verdicts: looked at by everybody, tried out and set by owners. */
export function ThresholdsSection() {
  const t = useText();
  const mayChange = useMay('settings');
  const held = useQuery(queries.settings.thresholds.queryOptions());
  const changed = held.data?.changed;
  return (
    <PageSection id="thresholds" title={t('thresholds.title')} about={t('thresholds.about')}>
      {held.error ? <ProblemText error={held.error} /> : null}
      {held.data ? (
        <>
          {mayChange ? (
            <ThresholdForm settings={held.data.settings} />
          ) : (
            <ThresholdList settings={held.data.settings} />
          )}
          <p className="plain muted">
            {changed ? (
              <Text
                id="thresholds.changed"
                values={{ name: <bdi>{changed.by ?? '–'}</bdi>, when: <When at={changed.at} /> }}
              />
            ) : (
              t('thresholds.never-changed')
            )}
          </p>
        </>
      ) : null}
    </PageSection>
  );
}

function ThresholdList({ settings }: { settings: Settings }) {
  const t = useText();
  const language = useLanguage();
  return (
    <>
      <OwnersNote />
      <dl className="settings-list">
        {thresholdNames.map((name) => (
          <div key={name}>
            <dt>{thresholds[name].name[language]}</dt>
            <dd>{t('thresholds.days', { n: settings[name] })}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function ThresholdForm({ settings }: { settings: Settings }) {
  const t = useText();
  const client = useQueryClient();
  const draft = useDraft('thresholds', writtenOf(settings));
  const [tried, setTried] = useState<Settings | null>(null);
  const wanted = settingsOf(draft.value);
  const shown = tried !== null && wanted !== null && same(tried, wanted) && draft.dirty;
  const save = useMutation({
    mutationFn: (next: Settings) => api.settings.setThresholds(next),
    onSuccess: (answer) => {
      client.setQueryData(queries.settings.thresholds.queryKey(), answer);
      draft.discard();
      setTried(null);
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (wanted === null) return;
    if (shown) save.mutate(wanted);
    else setTried(wanted);
  }

  return (
    <form noValidate onSubmit={submit}>
      <SpaceBetween size="m">
        {thresholdNames.map((name) => (
          <ThresholdField
            key={name}
            name={name}
            value={draft.value[name]}
            valid={daysOf(name, draft.value[name]) !== null}
            onChange={(value) => {
              save.reset();
              draft.change({ ...draft.value, [name]: value });
            }}
          />
        ))}
        {draft.dirty ? <Alert type="info">{t('settings.unsaved')}</Alert> : null}
        {shown ? <ThresholdEffects settings={tried} /> : null}
        {save.error ? <ProblemText error={save.error} /> : null}
        {draft.dirty ? (
          <SpaceBetween size="s" direction="horizontal">
            <Button
              variant="primary"
              formAction="submit"
              loading={save.isPending}
              disabled={wanted === null}
            >
              {t(shown ? 'thresholds.save' : 'thresholds.try')}
            </Button>
            <Button variant="link" formAction="none" onClick={draft.discard}>
              {t('settings.discard')}
            </Button>
          </SpaceBetween>
        ) : null}
        <DoneNote text={save.isSuccess ? t('thresholds.saved') : null} />
      </SpaceBetween>
    </form>
  );
}

function writtenOf(settings: Settings): Written {
  return {
    rootUsageWindowDays: String(settings.rootUsageWindowDays),
    configRetentionDays: String(settings.configRetentionDays),
  };
}

/** The limits as numbers; null where one is none, or out of its bounds. */
function settingsOf(written: Written): Settings | null {
  const rootUsageWindowDays = daysOf('rootUsageWindowDays', written.rootUsageWindowDays);
  const configRetentionDays = daysOf('configRetentionDays', written.configRetentionDays);
  if (rootUsageWindowDays === null || configRetentionDays === null) return null;
  return { rootUsageWindowDays, configRetentionDays };
}

function daysOf(name: ThresholdName, written: string): number | null {
  const { lowest, highest } = thresholds[name];
  const days = /^\d{1,5}$/.test(written.trim()) ? Number(written) : Number.NaN;
  return days >= lowest && days <= highest ? days : null;
}

function same(one: Settings, other: Settings): boolean {
  return thresholdNames.every((name) => one[name] === other[name]);
}
