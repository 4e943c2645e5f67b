import Alert from '@cloudscape-design/components/alert';
import type { Connection } from '@ippo/contracts';
import { useText } from '../../i18n/text.tsx';

/** Who AWS says that we are there, and what that identity could do beyond reading. */
export function Caller({ caller }: { caller: NonNullable<Connection['caller']> }) {
  const t = useText();
  return (
    <>
      <bdi className="mono arn">{caller.arn}</bdi>
      <div className="fine">{t(`accounts.reach-${caller.reach}`)}</div>
    </>
  );
}

/** The warning of an identity that is known, or looks as if, to do more than read. */
export function ReachWarning({ caller }: { caller: Connection['caller'] }) {
  const t = useText();
  if (caller?.reach !== 'everything' && caller?.reach !== 'more-by-name') return null;
  return (
    <Alert type="warning" header={t('accounts.too-much')}>
      {t(`accounts.too-much-${caller.reach}`)}
    </Alert>
  );
}
