import type { Week } from '@ippo/contracts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { writeInstant } from '../../lib/dates.ts';

/** What stands on paper alone: a line to sign, and by which scan the page can be checked. */
export function PaperFoot({ week }: { week: Week }) {
  const t = useText();
  const language = useLanguage();
  const { now } = week;
  return (
    <footer className="week-paper">
      {now ? (
        <p>
          {t('week.paper', {
            scan: now.scanId,
            when: writeInstant(now.at, language),
            judged: now.checks.judged,
            total: now.checks.total,
          })}
          {now.digest === null ? null : ` · ${t('week.paper-hash', { hash: now.digest })}`}
        </p>
      ) : null}
      {week.source.kind === 'aws' ? null : <p>{t(`week.paper-${week.source.kind}`)}</p>}
    </footer>
  );
}

/** Where a reader signs the printed page. */
export function SignatureLine() {
  const t = useText();
  return <p className="week-signature">{t('week.signature')}</p>;
}
