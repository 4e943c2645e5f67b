import type { Drift } from '@ippo/contracts';
import { checkPath, paths } from '../../app/paths.ts';
import { useText } from '../../i18n/text.tsx';
import type { Sentences } from '../../lib/sentence.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { PageSection } from '../../ui/page-section.tsx';

type Props = { ours: Drift['ours']; settingsDiffer: boolean; sentences: Sentences };

/** What came with another Ippo or with other limits: nothing of it is the account's doing. */
export function Ours({ ours, settingsDiffer, sentences }: Props) {
  const t = useText();
  const { rulesDiffer, added, removed } = ours;
  if (!rulesDiffer && !settingsDiffer) return null;
  return (
    <PageSection id="ours" title={t('changes.ours')} about={t('changes.ours-about')}>
      <ul className="ours">
        {rulesDiffer ? <li>{t('changes.rules-differ')}</li> : null}
        {settingsDiffer ? (
          <li>
            {t('changes.settings-differ')}{' '}
            <AppLink to={paths.settings}>{t('changes.see-settings')}</AppLink>
          </li>
        ) : null}
        {added.map((id) => (
          <li key={id}>
            {t('changes.check-added')} <AppLink to={checkPath(id)}>{sentences.title(id)}</AppLink>
          </li>
        ))}
        {removed.map((id) => (
          <li key={id}>
            {t('changes.check-removed')} <span className="mono">{id}</span>
          </li>
        ))}
      </ul>
    </PageSection>
  );
}
