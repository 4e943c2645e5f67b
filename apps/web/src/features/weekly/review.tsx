import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Textarea from '@cloudscape-design/components/textarea';
import { longestReviewNote, may, type Week, type WeekReview } from '@ippo/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Text, useText } from '../../i18n/text.tsx';
import { queries } from '../../lib/api-client.ts';
import { useSession } from '../../lib/use-report.ts';
import { useWeekParams } from '../../lib/use-week.ts';
import { OutcomeIcon } from '../../ui/outcome-icon.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import { When } from '../../ui/when.tsx';

/** Who looked at the week; or the note and the button that say so. */
export function Review({ week }: { week: Week }) {
  const t = useText();
  const role = useSession().data?.role ?? null;
  if (week.review) return <Reviewed week={week} review={week.review} />;
  if (week.state === 'open' && may(role, 'review')) return <ReviewForm week={week} />;
  return <p className="week-review-state">{t(`week.state-text.${week.state}`)}</p>;
}

function useWeekWrite() {
  const client = useQueryClient();
  return { onSuccess: () => client.invalidateQueries({ queryKey: queries.weekly.key() }) };
}

function ReviewForm({ week: { week } }: { week: Week }) {
  const t = useText();
  const [note, setNote] = useState('');
  const params = useWeekParams();
  const review = useMutation(queries.weekly.review.mutationOptions(useWeekWrite()));
  return (
    <form
      className="week-review"
      onSubmit={(event) => {
        event.preventDefault();
        review.mutate({ ...params, week, note });
      }}
    >
      <FormField label={t('week.note')} stretch>
        <Textarea
          value={note}
          rows={1}
          placeholder={t('week.note-hint')}
          onChange={({ detail }) => setNote(detail.value.slice(0, longestReviewNote))}
        />
      </FormField>
      <Button iconName="check" formAction="submit" loading={review.isPending}>
        {t('week.mark')}
      </Button>
      {review.error ? <ProblemText error={review.error} /> : null}
    </form>
  );
}

function Reviewed({ week: { week }, review }: { week: Week; review: WeekReview }) {
  const t = useText();
  const role = useSession().data?.role ?? null;
  const params = useWeekParams();
  const undo = useMutation(queries.weekly.undo.mutationOptions(useWeekWrite()));
  const young = useYetBefore(review.undoUntil);
  return (
    <div className="week-reviewed" role="status">
      <p>
        <OutcomeIcon shape="pass" />{' '}
        <Text
          id="week.reviewed"
          values={{ who: <b>{review.by}</b>, when: <When at={review.at} /> }}
        />{' '}
        {young && may(role, 'review') ? (
          <Button
            variant="inline-link"
            loading={undo.isPending}
            onClick={() => undo.mutate({ ...params, week })}
          >
            {t('week.undo')}
          </Button>
        ) : null}
      </p>
      {review.note ? <p className="week-note-text">{review.note}</p> : null}
      {undo.error ? <ProblemText error={undo.error} /> : null}
    </div>
  );
}

/** True until a moment, and drawn again when it has come. */
function useYetBefore(moment: string): boolean {
  const left = Date.parse(moment) - Date.now();
  const [, setOver] = useState(false);
  useEffect(() => {
    if (left <= 0) return undefined;
    const timer = setTimeout(() => setOver(true), left);
    return () => clearTimeout(timer);
  }, [left]);
  return left > 0;
}
