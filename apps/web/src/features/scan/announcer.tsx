import { placeOf, type Scan } from '@ippo/contracts';
import { useLanguage, useText } from '../../i18n/text.tsx';

/** Says every 10 % and each region that cannot be read to a screen reader, and nothing more. */
export function Announcer({ scan }: { scan: Scan }) {
  const t = useText();
  const language = useLanguage();
  const { done = 0, total = 0, lanes = [] } = scan.progress ?? {};
  const percent = total > 0 ? Math.floor((10 * done) / total) * 10 : 0;
  const dark = lanes.filter((lane) => lane.total > 0 && lane.refused === lane.total);
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {percent > 0 ? (
        <p key={percent}>{t('scan.announce', { percent, done: atStep(percent, total), total })}</p>
      ) : null}
      {dark.map(({ region }) => (
        <p key={region}>{t('scan.announce-dark', { place: placeOf(region, language) })}</p>
      ))}
    </div>
  );
}

/** The count at the announced step, so that the text changes only with the step. */
function atStep(percent: number, total: number): number {
  return Math.ceil((percent * total) / 100);
}
