import Container from '@cloudscape-design/components/container';
import { GLOBAL, placeOf, type Scan } from '@ippo/contracts';
import { useEffect, useState } from 'react';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { isActive } from '../../lib/scan-status.ts';
import { useSteadyShare } from '../../lib/use-steady-share.ts';
import { Announcer } from './announcer.tsx';
import { writeList } from '../../lib/write-names.ts';

/** The count leads, not a percentage: readings done of all, and what is in flight. */
export function Count({ scan }: { scan: Scan }) {
  const t = useText();
  const language = useLanguage();
  const seconds = useSeconds(scan);
  const share = useSteadyShare(scan);
  const progress = scan.progress;
  const active = isActive(scan.status);
  const lanes = progress?.lanes ?? [];
  const sum = (part: 'answered' | 'refused' | 'inFlight' | 'total') =>
    lanes.reduce((total, lane) => total + lane[part], 0);
  const done = progress?.done ?? 0;
  const total = progress?.total ?? 0;
  const waiting = Math.max(0, sum('total') - sum('answered') - sum('refused') - sum('inFlight'));
  const now = (progress?.now ?? []).map(({ operation, region }) =>
    region === GLOBAL ? operation : t('scan.call', { operation, place: placeOf(region, language) }),
  );
  return (
    <Container>
      <Announcer scan={scan} share={share} />
      <div className="scan-count">
        <div>
          <p className="scan-number">
            <b>{done}</b>{' '}
            <span>
              {total === 0
                ? t('scan.preparing')
                : t(active ? 'scan.of-known' : 'scan.of', { total })}{' '}
              · {t(active ? 'scan.so-far' : 'scan.took', { seconds })}
            </span>
          </p>
          <div className="scan-bar">
            <progress max={1} value={share} aria-label={t('scan.share')} />
          </div>
          {active ? <p className="fine">{t('scan.may-grow')}</p> : null}
          {active && now.length > 0 ? (
            <p className="fine">{t('scan.now', { calls: writeList(now, language) })}</p>
          ) : null}
        </div>
        <ul className="scan-legend">
          <Entry kind="answered" name={t('scan.answered')} n={sum('answered')} />
          <Entry kind="refused" name={t('scan.refused')} n={sum('refused')} />
          <Entry kind="in-flight" name={t('scan.in-flight')} n={active ? sum('inFlight') : 0} />
          <Entry kind="waiting" name={t('scan.waiting')} n={waiting} />
        </ul>
      </div>
    </Container>
  );
}

function Entry({ kind, name, n }: { kind: string; name: string; n: number }) {
  return (
    <li>
      <span className={`mark mark-${kind}`} />
      <span>{name}</span>
      <b>{n}</b>
    </li>
  );
}

/** Seconds since the start, counted on while the scan runs. */
function useSeconds(scan: Scan): number {
  const [now, setNow] = useState(() => Date.now());
  const active = isActive(scan.status);
  useEffect(() => {
    if (!active) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [active]);
  const from = Date.parse(scan.startedAt ?? scan.createdAt);
  const to = scan.finishedAt === null ? now : Date.parse(scan.finishedAt);
  return Math.max(0, Math.round((to - from) / 1000));
}
