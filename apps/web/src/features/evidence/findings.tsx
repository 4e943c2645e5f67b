import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import type { CheckResult } from '@ippo/contracts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { groupFindings, type FindingGroup } from '../../lib/finding-groups.ts';
import { findingShape, outcomeId } from '../../lib/report-steps.ts';
import { placeCounts } from '../../lib/place-counts.ts';
import type { Sentences } from '../../lib/sentence.ts';
import { writeUnits } from '../../lib/write-names.ts';
import { GroupSentence } from '../../ui/group-sentence.tsx';
import { OutcomeLabel } from '../../ui/outcome-icon.tsx';
import { Places } from '../../ui/places.tsx';

const placesAtOnce = 8;

/** Every place that was judged, places of one reason together; nothing is left out. */
export function Findings({ check, sentences }: { check: CheckResult; sentences: Sentences }) {
  const t = useText();
  const language = useLanguage();
  const parts = placeCounts(check.findings).map(({ kind, n }) => t(`check.places.${kind}`, { n }));
  const about = { n: check.findings.length, parts: writeUnits(parts, language) };
  return (
    <Container
      header={
        <Header variant="h2" description={t('check.findings-about', about)}>
          {t('check.findings')}
        </Header>
      }
    >
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">{t('check.result')}</th>
            <th scope="col">{t('check.reason')}</th>
            <th scope="col">{t('check.where')}</th>
          </tr>
        </thead>
        <tbody>
          {groupFindings(check.findings).map((group) => (
            <Row key={group.key} group={group} check={check} sentences={sentences} />
          ))}
        </tbody>
      </table>
    </Container>
  );
}

function Row(props: { group: FindingGroup; check: CheckResult; sentences: Sentences }) {
  const t = useText();
  const { findings } = props.group;
  const [first] = findings;
  if (!first) return null;
  const shape = findingShape(first);
  return (
    <tr>
      <td className="narrow">
        <OutcomeLabel shape={shape} word={t(outcomeId(first))} />
      </td>
      <td>
        <GroupSentence check={props.check.id} group={props.group} sentences={props.sentences} />
      </td>
      <td>
        {findings.length <= placesAtOnce ? (
          <Places findings={findings} limit={placesAtOnce} open />
        ) : (
          <ExpandableSection
            variant="footer"
            headerText={t('check.all-places', { n: findings.length })}
          >
            <Places findings={findings} limit={findings.length} open />
          </ExpandableSection>
        )}
      </td>
    </tr>
  );
}
