import { placeOf } from '@ippo/contracts';
import { useLanguage, useText } from '../i18n/text.tsx';

/** Place first, code second; the code never breaks. */
export function RegionName({ region }: { region: string }) {
  const place = placeOf(region, useLanguage());
  const t = useText();
  if (region === 'global') return <span>{t('common.account-wide')}</span>;
  return (
    <span className="region-name">
      {place === region ? null : <b>{place}</b>} <span className="code-name">{region}</span>
    </span>
  );
}
