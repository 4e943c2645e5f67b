import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import { useText } from '../../i18n/text.tsx';
import type { Sentences } from '../../lib/sentence.ts';
import { openers } from '../../lib/unseen.ts';
import { OutcomeIcon } from '../../ui/outcome-icon.tsx';
import { RegionName } from '../../ui/region-name.tsx';
import { AskedChecks } from './asked-checks.tsx';
import type { Permission } from './sort-permissions.ts';
import { useAnswers } from './use-answers.ts';

type Props = { permissions: readonly Permission[]; sentences: Sentences };

/** What the caller itself is denied: what it answers, and the checks that need it. */
export function Missing({ permissions, sentences }: Props) {
  const t = useText();
  const answers = useAnswers();
  if (permissions.length === 0) return null;
  return (
    <Container
      header={
        <Header
          variant="h2"
          counter={`(${permissions.length})`}
          description={t('preflight.missing-about')}
        >
          {t('preflight.missing')}
        </Header>
      }
    >
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">{t('preflight.permission')}</th>
            <th scope="col">{t('preflight.answers')}</th>
            <th scope="col">{t('preflight.needed-by')}</th>
          </tr>
        </thead>
        <tbody>
          {permissions.map(({ action, checks }) => (
            <tr key={action}>
              <td>
                <Name action={action} />
              </td>
              <td>{answers(action)}</td>
              <td>
                <AskedChecks ids={checks} sentences={sentences} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Container>
  );
}

/** What was not answered for a reason that a policy does not mend, with what does. */
export function OtherReasons({ permissions, sentences }: Props) {
  const t = useText();
  if (permissions.length === 0) return null;
  return (
    <Container
      header={
        <Header
          variant="h2"
          counter={`(${permissions.length})`}
          description={t('preflight.other-about')}
        >
          {t('preflight.other')}
        </Header>
      }
    >
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">{t('preflight.permission')}</th>
            <th scope="col">{t('preflight.why')}</th>
            <th scope="col">{t('preflight.needed-by')}</th>
            <th scope="col">{t('preflight.opens')}</th>
          </tr>
        </thead>
        <tbody>
          {permissions.map(({ action, checks, refusal }) => (
            <tr key={action}>
              <td>
                <Name action={action} />
              </td>
              <td>
                {refusal ? sentences.readingReason(refusal.reason) : null}{' '}
                {refusal && refusal.region !== 'global' ? (
                  <RegionName region={refusal.region} />
                ) : null}
              </td>
              <td>
                <AskedChecks ids={checks} sentences={sentences} />
              </td>
              <td>{refusal ? <Opens way={openers[refusal.reason]} /> : null}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Container>
  );
}

function Name({ action }: { action: string }) {
  return (
    <div className="with-icon">
      <OutcomeIcon shape="unknown" />
      <code className="permission">{action}</code>
    </div>
  );
}

/** Where a scan would ask again, the button on top does so here. */
function Opens({ way }: { way: (typeof openers)[keyof typeof openers] }) {
  const t = useText();
  return <>{t(way === 'scan' ? 'preflight.again' : `unseen.open.${way}`)}</>;
}
