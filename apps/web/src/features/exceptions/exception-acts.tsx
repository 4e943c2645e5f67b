import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { may, type Exception } from '@ippo/contracts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../../i18n/text.tsx';
import { queries } from '../../lib/api-client.ts';
import { useSession } from '../../lib/use-report.ts';
import { ProblemText } from '../../ui/problem-text.tsx';
import { AcceptForm } from './accept-form.tsx';
import { useReread } from './use-exceptions.ts';

type Props = { exception: Exception; what: string; onDone: (said: string) => void };

/** What an owner or operator can do with an exception: approve, end, go on from it. */
export function ExceptionActs({ exception, what, onDone }: Props) {
  const t = useText();
  const allowed = may(useSession().data?.role ?? null, 'accept');
  const reread = useReread();
  const [open, setOpen] = useState<'end' | 'extend' | null>(null);
  const approve = useMutation(queries.exceptions.approve.mutationOptions({ onSuccess: reread }));
  const revoke = useMutation(queries.exceptions.revoke.mutationOptions({ onSuccess: reread }));
  const { id, state, yours } = exception;
  if (!allowed || state === 'revoked') return null;
  const end = state === 'active' ? 'end' : yours ? 'withdraw' : 'refuse';
  const error = approve.error ?? revoke.error;
  return (
    <div className="exception-acts">
      {error ? <ProblemText error={error} /> : null}
      {open === null ? (
        <SpaceBetween size="xs" direction="horizontal">
          {state === 'waiting' && !yours ? (
            <Button
              loading={approve.isPending}
              ariaLabel={t('exceptions.approve-named', { what })}
              onClick={() =>
                approve.mutate({ id }, { onSuccess: () => onDone(t('exceptions.done-approved')) })
              }
            >
              {t('exceptions.approve')}
            </Button>
          ) : null}
          {state === 'waiting' && yours ? (
            <span className="muted">{t('exceptions.own')}</span>
          ) : null}
          {state === 'waiting' ? null : (
            <Button
              ariaLabel={t('exceptions.extend-named', { what })}
              onClick={() => setOpen('extend')}
            >
              {t('exceptions.extend')}
            </Button>
          )}
          {state === 'expired' ? null : (
            <Button
              ariaLabel={t(`exceptions.${end}-named`, { what })}
              onClick={() => setOpen('end')}
            >
              {t(`exceptions.${end}`)}
            </Button>
          )}
        </SpaceBetween>
      ) : null}
      {open === 'end' ? (
        <div className="panel">
          <p className="plain">{t('exceptions.end-sure')}</p>
          <SpaceBetween size="xs" direction="horizontal">
            <Button
              loading={revoke.isPending}
              onClick={() =>
                revoke.mutate({ id }, { onSuccess: () => onDone(t('exceptions.done-ended')) })
              }
            >
              {t(`exceptions.${end}`)}
            </Button>
            <Button onClick={() => setOpen(null)}>{t('exceptions.keep')}</Button>
          </SpaceBetween>
        </div>
      ) : null}
      {open === 'extend' ? (
        <div className="panel">
          <p className="plain muted">{t('exceptions.extend-about')}</p>
          <AcceptForm
            from={{ earlier: exception }}
            onDone={(made) => {
              setOpen(null);
              if (made) onDone(t('exceptions.done-extended'));
            }}
          />
        </div>
      ) : null}
    </div>
  );
}
