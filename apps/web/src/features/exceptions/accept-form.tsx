import Button from '@cloudscape-design/components/button';
import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import type { Exception } from '@ippo/contracts';
import { useState } from 'react';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { writeCalendarDay } from '../../lib/calendar-day.ts';
import { useReaderZone } from '../../lib/reader-zone.ts';
import { useSession } from '../../lib/use-report.ts';
import { ProblemText } from '../../ui/problem-text.tsx';
import { dayAfter, faultsOf } from './accept-draft.ts';
import { ChoiceWords } from './choice-words.tsx';
import { Covers } from './covers.tsx';
import { LastDay } from './last-day.tsx';
import { scopeChoices, type AcceptSubject, type ScopeChoice } from './scope-choices.ts';
import { useAccept, usePreview, useRules } from './use-exceptions.ts';
import './exceptions.css';

type Props = {
  /** The failed finding that it begins with, or an exception to go on from. */
  from: { subject: AcceptSubject } | { earlier: Exception };
  /** With what was made, or null where the person thought better of it. */
  onDone: (made: Exception | null) => void;
};

const usualDays = 90;

/** Accepts a risk: what it covers is counted first, and what accepting does and does not do is said. */
export function AcceptForm({ from, onDone }: Props) {
  const t = useText();
  const language = useLanguage();
  const zone = useReaderZone();
  const me = useSession().data?.name ?? '';
  const rules = useRules();
  const accept = useAccept();
  const earlier = 'earlier' in from ? from.earlier : null;
  const choices = choicesOf(from);
  const [chosen, setChosen] = useState(0);
  const [reason, setReason] = useState(earlier?.reason ?? '');
  const [typedOwner, setOwner] = useState<string | null>(earlier?.owner ?? null);
  const [lastDay, setLastDay] = useState(() => dayAfter(usualDays, zone));
  const [second, setSecond] = useState(false);
  const [tried, setTried] = useState(false);
  const scope = (choices[chosen] ?? choices[0])?.scope;
  const preview = usePreview(scope ?? noScope);
  if (!scope) return null;
  const draft = { reason, owner: typedOwner ?? me, lastDay };
  const faults = tried ? faultsOf(draft, zone) : [];
  const waits = second || rules?.secondPerson === true;

  function send(): void {
    setTried(true);
    if (!scope || faultsOf(draft, zone).length > 0) return;
    const asked = { ...scope, ...draft, zone, askSecondPerson: second };
    accept.mutate({ ...asked, ...(earlier && { extends: earlier.id }) }, { onSuccess: onDone });
  }

  return (
    <form
      className="accept-form"
      aria-label={t('accept.title')}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <SpaceBetween size="m">
        <p className="plain">{t('accept.does')}</p>
        <FormField label={t('accept.scope')} stretch>
          {choices.length > 1 ? (
            <RadioGroup
              value={String(chosen)}
              onChange={({ detail }) => setChosen(Number(detail.value))}
              items={choices.map((choice, place) => ({
                value: String(place),
                label: <ChoiceWords choice={choice} />,
              }))}
            />
          ) : null}
          <Covers scope={scope} />
        </FormField>
        <FormField
          label={t('accept.reason')}
          constraintText={t('accept.reason-about')}
          errorText={faults.includes('reason') ? t('accept.needed-reason') : ''}
          stretch
        >
          <Textarea value={reason} rows={3} onChange={({ detail }) => setReason(detail.value)} />
        </FormField>
        <div className="accept-pair">
          <FormField
            label={t('accept.owner')}
            constraintText={t('accept.owner-about')}
            errorText={faults.includes('owner') ? t('accept.needed-owner') : ''}
          >
            <Input value={draft.owner} onChange={({ detail }) => setOwner(detail.value)} />
          </FormField>
          <LastDay
            zone={zone}
            value={lastDay}
            wrong={faults.includes('day')}
            onChange={setLastDay}
          />
        </div>
        {rules?.secondPerson ? (
          <p className="plain">{t('accept.second-needed')}</p>
        ) : (
          <Checkbox
            checked={second}
            description={second ? t('accept.second-needed') : t('accept.self')}
            onChange={({ detail }) => setSecond(detail.checked)}
          >
            {t('accept.second')}
          </Checkbox>
        )}
        {accept.error ? <ProblemText error={accept.error} /> : null}
        <SpaceBetween size="xs" direction="horizontal">
          <Button
            variant="primary"
            formAction="submit"
            loading={accept.isPending}
            disabled={preview.data?.fails === 0}
          >
            {waits ? t('accept.ask') : t('accept.do', { day: writeCalendarDay(lastDay, language) })}
          </Button>
          <Button formAction="none" onClick={() => onDone(null)}>
            {t('accept.cancel')}
          </Button>
        </SpaceBetween>
      </SpaceBetween>
    </form>
  );
}

const noScope = { account: '000000000000', check: 'none', regions: null, resource: null };

function choicesOf(from: Props['from']): ScopeChoice[] {
  if ('subject' in from) return scopeChoices(from.subject);
  const { account, check, regions, resource } = from.earlier;
  return [{ id: 'place', scope: { account, check, regions, resource } }];
}
