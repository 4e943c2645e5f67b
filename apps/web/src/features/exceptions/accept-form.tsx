import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Exception } from '@ippo/contracts';
import { useState } from 'react';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { writeCalendarDay } from '../../lib/calendar-day.ts';
import { ProblemText } from '../../ui/problem-text.tsx';
import { AcceptFields } from './accept-fields.tsx';
import { ChoiceWords } from './choice-words.tsx';
import { Covers } from './covers.tsx';
import { scopeChoices, type AcceptSubject, type ScopeChoice } from './scope-choices.ts';
import { useAcceptance } from './use-acceptance.ts';
import { useAccept, usePreview } from './use-exceptions.ts';
import './exceptions.css';

type Props = {
  /** The failed finding that it begins with, or an exception to go on from. */
  from: { subject: AcceptSubject } | { earlier: Exception };
  /** With what was made, or null where the person thought better of it. */
  onDone: (made: Exception | null) => void;
};

/** Accepts a risk: what it covers is counted first, and what accepting does and does not do is said. */
export function AcceptForm({ from, onDone }: Props) {
  const t = useText();
  const language = useLanguage();
  const accept = useAccept();
  const earlier = 'earlier' in from ? from.earlier : null;
  const acceptance = useAcceptance(earlier);
  const choices = choicesOf(from);
  const [chosen, setChosen] = useState(0);
  const scope = (choices[chosen] ?? choices[0])?.scope;
  const preview = usePreview(scope ?? noScope);
  if (!scope) return null;

  function send(): void {
    const asked = acceptance.ready();
    if (!scope || asked === null) return;
    accept.mutate(
      { ...scope, ...asked, ...(earlier && { extends: earlier.id }) },
      { onSuccess: onDone },
    );
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
        <AcceptFields acceptance={acceptance} />
        {accept.error ? <ProblemText error={accept.error} /> : null}
        <SpaceBetween size="xs" direction="horizontal">
          <Button
            variant="primary"
            formAction="submit"
            loading={accept.isPending}
            disabled={preview.data?.fails === 0}
          >
            {acceptance.waits
              ? t('accept.ask')
              : t('accept.do', { day: writeCalendarDay(acceptance.draft.lastDay, language) })}
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
