import { placeOf, type Scan } from '@ippo/contracts';
import { useLanguage, useText } from '../../i18n/text.tsx';

/** Says every 10 % and each region that cannot be read to a screen reader, and nothing more. */
export function Announcer({ scan, share }: { scan: Scan; share: number }) {
  const t = useText();
  const language = useLanguage();
  const lanes = scan.progress?.lanes ?? [];
  const percent = Math.floor(10 * share) * 10;
  const dark = lanes.filter((lane) => lane.total > 0 && lane.refused === lane.total);
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {percent > 0 ? <p key={percent}>{t('scan.announce', { percent })}</p> : null}
      {dark.map(({ region }) => (
        <p key={region}>{t('scan.announce-dark', { place: placeOf(region, language) })}</p>
      ))}
    </div>
  );
}
