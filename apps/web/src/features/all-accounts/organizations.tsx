import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import { dashed } from '@ippo/contracts';
import { checkPath } from '../../app/paths.ts';
import { Text, useText } from '../../i18n/text.tsx';
import type { api } from '../../lib/api-client.ts';
import { shapeOf } from '../../lib/report-steps.ts';
import type { Sentences } from '../../lib/sentence.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { OutcomeLabel } from '../../ui/outcome-icon.tsx';

type Organization = Awaited<ReturnType<typeof api.overview>>['organizations'][number];

/** What is judged of an organization stands once, from the account that sees most of it. */
export function Organizations(props: {
  organizations: readonly Organization[];
  sentences: Sentences;
}) {
  return props.organizations.map((one) => (
    <One key={one.organization} organization={one} sentences={props.sentences} />
  ));
}

function One({ organization, sentences }: { organization: Organization; sentences: Sentences }) {
  const t = useText();
  const { account, checks } = organization;
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={
            <Text
              id="all.organization-from"
              values={{ account: <span className="code-name">{dashed(account)}</span> }}
            />
          }
        >
          <Text
            id="all.organization"
            values={{ id: <span className="code-name">{organization.organization}</span> }}
          />
        </Header>
      }
    >
      <ul className="organization-checks">
        {checks.map(({ id, outcome, standing }) => {
          const shape = shapeOf({ outcome, blocked: standing === 'not-met' });
          return (
            <li key={id}>
              <OutcomeLabel shape={shape} word={t(`outcome.${shape}`)} />
              <AppLink to={`${checkPath(id)}?account=${account}`}>{sentences.title(id)}</AppLink>
            </li>
          );
        })}
      </ul>
    </Container>
  );
}
