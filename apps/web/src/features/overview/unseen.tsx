import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import { GLOBAL, type ScanReport, type Source } from '@ippo/contracts';
import { checkPath, paths, preflightPath } from '../../app/paths.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import type { Sentences } from '../../lib/sentence.ts';
import { openers, unseenOf, type Unseen } from '../../lib/unseen.ts';
import { writeRange } from '../../lib/write-names.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { OutcomeIcon } from '../../ui/outcome-icon.tsx';
import { RegionName } from '../../ui/region-name.tsx';
import { ScanButton, useScanTarget } from '../../ui/scan-button.tsx';

type Props = { report: ScanReport; sentences: Sentences };

/** Everything that was asked and not answered: where, why, what it hides, what opens it. */
export function WhatWeCouldNotSee({ report, sentences }: Props) {
  const t = useText();
  const language = useLanguage();
  const target = useScanTarget(report.source);
  const groups = unseenOf(report);
  const { from, upTo } = report.score;
  const description =
    groups.length === 0
      ? t('unseen.nothing')
      : upTo > from
        ? t('unseen.score', { range: writeRange(from, upTo, language) })
        : t('unseen.plain');
  return (
    <Container
      header={
        <Header
          variant="h2"
          counter={`(${groups.length})`}
          description={description}
          actions={
            groups.length > 0 ? (
              <AppLink to={preflightPath(target)}>{t('common.check-permissions')}</AppLink>
            ) : null
          }
        >
          {t('unseen.title')}
        </Header>
      }
    >
      {groups.length === 0 ? null : (
        <table className="rows">
          <thead>
            <tr>
              <th scope="col">{t('unseen.where')}</th>
              <th scope="col">{t('unseen.why')}</th>
              <th scope="col">{t('unseen.hides')}</th>
              <th scope="col">{t('unseen.opens')}</th>
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <tr key={group.key}>
                <td>
                  <div className="with-icon">
                    <OutcomeIcon shape="unknown" />
                    <Place group={group} />
                  </div>
                </td>
                <td>{sentences.readingReason(group.reason)}</td>
                <td>
                  <Hidden group={group} sentences={sentences} />
                </td>
                <td>
                  <Opens group={group} source={report.source} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Container>
  );
}

function Place({ group }: { group: Unseen }) {
  const t = useText();
  if (group.regions.length > 0)
    return (
      <div className="region-list">
        {group.regions.map((region) => (
          <RegionName key={region} region={region} />
        ))}
      </div>
    );
  const [region] = group.actionRegions;
  return (
    <div>
      {group.actions.map((action) => (
        <code key={action} className="code-name">
          {action}
        </code>
      ))}{' '}
      {group.actionRegions.length > 1 ? t('fact.regions', { n: group.actionRegions.length }) : null}
      {group.actionRegions.length === 1 && region !== undefined && region !== GLOBAL ? (
        <RegionName region={region} />
      ) : null}
    </div>
  );
}

function Hidden({ group, sentences }: { group: Unseen; sentences: Sentences }) {
  const t = useText();
  const partly = group.partly.length;
  return (
    <>
      <Checks ids={group.checks} sentences={sentences} />
      {partly > 0 ? (
        <div className="fine hidden-partly">
          <AppLink to={`${paths.checks}?ids=${group.partly.join(',')}`} fontSize="body-s">
            {t(group.checks.length > 0 ? 'unseen.partly-more' : 'unseen.partly', { n: partly })}
          </AppLink>
        </div>
      ) : null}
      {group.checks.length + partly === 0 ? t('unseen.hides-none') : null}
    </>
  );
}

function Checks({ ids, sentences }: { ids: readonly string[]; sentences: Sentences }) {
  const t = useText();
  const [only, ...more] = ids;
  if (only === undefined) return null;
  if (more.length === 0) return <AppLink to={checkPath(only)}>{sentences.title(only)}</AppLink>;
  return (
    <AppLink to={`${paths.checks}?ids=${ids.join(',')}`}>
      {t('unseen.checks', { n: ids.length })}
    </AppLink>
  );
}

function Opens({ group, source }: { group: Unseen; source: Source }) {
  const t = useText();
  const target = useScanTarget(source);
  const opener = openers[group.reason];
  const text = t(`unseen.open.${opener}`);
  if (opener === 'policy') return <AppLink to={preflightPath(target)}>{text}</AppLink>;
  if (opener === 'scan') return <ScanButton source={source} label={text} look="inline-link" />;
  return <>{text}</>;
}
