import { useEffect, useState } from 'react';
import { useText } from '../../i18n/text.tsx';

/** Longer than the slowest account that was measured. */
const usualSeconds = 30;

/** While the operations are tried: what happens, how long it took so far, and what makes it slow. */
export function Running({ operations }: { operations: number | undefined }) {
  const t = useText();
  const seconds = useSeconds();
  return (
    <div aria-busy="true">
      <h1>{t('preflight.running')}</h1>
      <p className="doors-lead">
        {t('preflight.running-text')}{' '}
        {operations === undefined ? null : t('preflight.running-n', { n: operations })}
      </p>
      <progress className="preflight-progress" aria-label={t('preflight.running')} />
      <p className="fine">{t('preflight.seconds', { seconds })}</p>
      <p role="status">{seconds > usualSeconds ? t('preflight.slow') : ''}</p>
    </div>
  );
}

function useSeconds(): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return seconds;
}
