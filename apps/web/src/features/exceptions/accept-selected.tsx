import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { LazyTexts } from '../../i18n/lazy-texts.tsx';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { writeCalendarDay } from '../../lib/calendar-day.ts';
import type { Sentences } from '../../lib/sentence.ts';
import { ProblemText } from '../../ui/problem-text.tsx';
import { AcceptFields } from './accept-fields.tsx';
import { SelectionCovers } from './selection-covers.tsx';
import { useAcceptance } from './use-acceptance.ts';
import { useAcceptSelected, useSelectionPreview, type SelectionQuery } from './use-exceptions.ts';
import './exceptions.css';

type Props = {
  selection: SelectionQuery;
  sentences: Sentences;
  onClose: () => void;
  /** With what was done, in a sentence. */
  onDone: (said: string) => void;
};

/** Accepts the risk of findings that were selected from a list: what it covers is counted first. */
export function AcceptSelected(props: Props) {
  return (
    <LazyTexts part="exceptions">
      <Selected {...props} />
    </LazyTexts>
  );
}

function Selected({ selection, sentences, onClose, onDone }: Props) {
  const t = useText();
  const language = useLanguage();
  const acceptance = useAcceptance(null);
  const preview = useSelectionPreview(selection);
  const accept = useAcceptSelected();
  const { data } = preview;

  function send(): void {
    const asked = acceptance.ready();
    if (!data || asked === null) return;
    accept.mutate(
      { ...asked, selection, fails: data.fails, digest: data.digest },
      {
        onSuccess: () =>
          onDone(
            acceptance.waits ? t('accept.saved-asked') : t('accept.saved-many', { n: data.fails }),
          ),
        // What it covers may have changed: it is counted anew, and the person looks again.
        onError: () => void preview.refetch(),
      },
    );
  }

  return (
    <Modal
      visible
      size="large"
      header={t('accept.title')}
      closeAriaLabel={t('common.close')}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              {t('accept.cancel')}
            </Button>
            <Button
              variant="primary"
              loading={accept.isPending}
              disabled={data === undefined}
              onClick={send}
            >
              {acceptance.waits
                ? t('accept.ask')
                : t('accept.do', { day: writeCalendarDay(acceptance.draft.lastDay, language) })}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
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
            <SelectionCovers preview={preview} sentences={sentences} />
          </FormField>
          <AcceptFields acceptance={acceptance} />
          {accept.error ? <ProblemText error={accept.error} /> : null}
        </SpaceBetween>
      </form>
    </Modal>
  );
}
