import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import { useText } from '../../i18n/text.tsx';
import { OutcomeIcon } from '../../ui/outcome-icon.tsx';
import type { Permission } from './sort-permissions.ts';
import { useAnswers } from './use-answers.ts';

/** What has nothing to be asked about, or nothing that could be seen. */
export function Untried({ permissions }: { permissions: readonly Permission[] }) {
  const t = useText();
  const answers = useAnswers();
  if (permissions.length === 0) return null;
  return (
    <Container
      header={
        <Header
          variant="h2"
          counter={`(${permissions.length})`}
          description={t('preflight.untried-about')}
        >
          {t('preflight.untried')}
        </Header>
      }
    >
      <ul className="untried">
        {permissions.map(({ action }) => (
          <li key={action} className="with-icon">
            <OutcomeIcon shape="not-applicable" />
            <span>
              <code className="permission">{action}</code>{' '}
              <span className="untried-asks">{answers(action)}</span>
            </span>
          </li>
        ))}
      </ul>
    </Container>
  );
}
