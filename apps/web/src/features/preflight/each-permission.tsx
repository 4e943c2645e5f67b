import ExpandableSection from '@cloudscape-design/components/expandable-section';
import { useState } from 'react';
import { useText } from '../../i18n/text.tsx';
import type { Sentences } from '../../lib/sentence.ts';
import { OutcomeIcon, type OutcomeShape } from '../../ui/outcome-icon.tsx';
import { RegionName } from '../../ui/region-name.tsx';
import { AskedChecks } from './asked-checks.tsx';
import type { Permission } from './sort-permissions.ts';
import { useAnswers } from './use-answers.ts';

type Props = { permissions: readonly Permission[]; sentences: Sentences };

/** Every permission with each place where it was tried and what AWS said there; opened on demand. */
export function EachPermission({ permissions, sentences }: Props) {
  const t = useText();
  const answers = useAnswers();
  const [open, setOpen] = useState(false);
  return (
    <ExpandableSection
      headerText={`${t('preflight.each')} (${permissions.length})`}
      headerDescription={t('preflight.each-about')}
      headingTagOverride="h2"
      expanded={open}
      onChange={({ detail }) => setOpen(detail.expanded)}
    >
      {open ? (
        <table className="rows">
          <thead>
            <tr>
              <th scope="col">{t('preflight.permission')}</th>
              <th scope="col">{t('preflight.where')}</th>
              <th scope="col">{t('preflight.needed-by')}</th>
            </tr>
          </thead>
          <tbody>
            {permissions.map((permission) => (
              <tr key={permission.action}>
                <td>
                  <code className="permission">{permission.action}</code>
                  <div className="fine">{answers(permission.action)}</div>
                </td>
                <td>
                  <Places permission={permission} sentences={sentences} />
                </td>
                <td>
                  <AskedChecks ids={permission.checks} sentences={sentences} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </ExpandableSection>
  );
}

function Places({ permission, sentences }: { permission: Permission; sentences: Sentences }) {
  const t = useText();
  if (permission.tried.length === 0)
    return <Place shape="not-applicable" says={t('preflight.not-tried')} />;
  const places = permission.tried.filter(
    ({ region, outcome }, index, all) =>
      all.findIndex((one) => one.region === region && one.outcome === outcome) === index,
  );
  return (
    <ul className="tried">
      {places.map(({ region, outcome }) => (
        <li key={`${region} ${outcome}`}>
          <Place
            shape={outcome === 'answered' ? 'pass' : 'unknown'}
            region={region}
            says={
              outcome === 'answered' ? t('preflight.answered') : sentences.readingReason(outcome)
            }
          />
        </li>
      ))}
    </ul>
  );
}

function Place(props: { shape: OutcomeShape; region?: string; says: string }) {
  return (
    <span className="with-icon">
      <OutcomeIcon shape={props.shape} />
      <span>
        {props.region === undefined ? null : <RegionName region={props.region} />} {props.says}
      </span>
    </span>
  );
}
