import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import { GLOBAL, readingReasonTexts, type Scan } from '@ippo/contracts';
import { preflightPath } from '../../app/paths.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { openers } from '../../lib/unseen.ts';
import { isActive } from '../../lib/scan-status.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { OutcomeIcon } from '../../ui/outcome-icon.tsx';
import { RegionName } from '../../ui/region-name.tsx';
import { groupRefusals } from './group-refusals.ts';

/** What could not be read, while it happens, each with its remedy. */
export function Refusals({ scan }: { scan: Scan }) {
  const t = useText();
  const language = useLanguage();
  const refusals = scan.progress?.refusals ?? [];
  const groups = groupRefusals(refusals);
  const active = isActive(scan.status);
  const none = active ? 'scan.refusals-none' : 'scan.refusals-none-done';
  const count = refusals.reduce((sum, { count: n }) => sum + n, 0);
  return (
    <Container
      header={
        <Header
          variant="h2"
          counter={`(${count})`}
          description={t(count > 0 ? 'scan.refusals-about' : none)}
          actions={
            count > 0 ? (
              <AppLink to={preflightPath(scan.target)}>{t('common.check-permissions')}</AppLink>
            ) : null
          }
        >
          {t(active ? 'scan.refusals' : 'scan.refusals-done')}
        </Header>
      }
    >
      <ul className="refusals">
        {groups.map((group) => (
          <li key={group.key}>
            <OutcomeIcon shape="unknown" />
            <span className="region-list">
              {group.regions
                .filter((region) => region !== GLOBAL)
                .map((region) => (
                  <RegionName key={region} region={region} />
                ))}
              {group.actions.length === 1 ? (
                <code className="code-name">{group.actions[0]}</code>
              ) : null}
            </span>
            <span>{readingReasonTexts[group.reason][language]}</span>
            <span>
              {openers[group.reason] === 'policy' ? (
                <AppLink to={preflightPath(scan.target)}>{t('unseen.open.policy')}</AppLink>
              ) : (
                t(`unseen.open.${openers[group.reason]}`)
              )}
            </span>
          </li>
        ))}
      </ul>
    </Container>
  );
}
