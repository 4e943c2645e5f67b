import { permissionWords, roles, roleVerbs, roleWords } from '@ippo/contracts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { PageSection } from '../../ui/page-section.tsx';

/** What each role may do: the table of the contracts, read by role. */
export function RoleList() {
  const t = useText();
  const language = useLanguage();
  return (
    <PageSection id="roles" title={t('team.roles')}>
      <div className="role-list">
        {roles.map((role) => (
          <div key={role}>
            <h3>{roleWords[role][language]}</h3>
            <ul>
              {roleVerbs[role].map((verb) => (
                <li key={verb}>{permissionWords[verb][language]}</li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </PageSection>
  );
}
