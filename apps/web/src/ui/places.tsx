import type { Finding } from '@ippo/contracts';
import { Fragment } from 'react';
import { findingPath } from '../app/paths.ts';
import { useText } from '../i18n/text.tsx';
import { unitName, unitNames } from '../lib/unit-names.ts';
import { AppLink } from './app-link.tsx';
import { RegionName } from './region-name.tsx';

/** Where findings are: what they are about by name, else regions, else the account. */
export function Places(props: {
  findings: readonly Finding[];
  limit?: number;
  /** Whether each place opens its finding. */
  open?: boolean;
}) {
  const { findings, limit = 6, open = false } = props;
  const [first] = findings;
  if (findings.length > limit && first) return <Count unit={first.unit} n={findings.length} />;
  return (
    <span className="region-list">
      {findings.map((finding) => (
        <Fragment key={finding.fingerprint}>
          {open ? (
            <AppLink to={findingPath(finding.fingerprint)}>
              <Place finding={finding} />
            </AppLink>
          ) : (
            <Place finding={finding} />
          )}
        </Fragment>
      ))}
    </span>
  );
}

/** Where findings are in a word or two: one name, all names of plans, else how many of what. */
export function PlacesInShort({ findings }: { findings: readonly Finding[] }) {
  const names = unitNames(findings);
  const [first] = findings;
  const regions = [...new Set(findings.flatMap(({ region }) => region ?? []))];
  if (!first) return null;
  if (names.length === 1 || (names.length > 0 && first.unit === 'plan'))
    return (
      <span className="region-list">
        {names.map((name) => (
          <Name key={name} name={name} />
        ))}
      </span>
    );
  if (names.length > 1) return <Count unit={first.unit} n={names.length} />;
  if (regions.length > 1) return <Count unit="region" n={regions.length} />;
  return <Place finding={first} />;
}

function Place({ finding }: { finding: Finding }) {
  const t = useText();
  const { region, reason } = finding;
  const name = unitName(finding);
  const inSentence = name !== undefined && Object.values(reason.params).includes(name);
  if (name !== undefined && !(inSentence && region)) return <Name name={name} />;
  return region ? <RegionName region={region} /> : <>{t('worst.account')}</>;
}

function Name({ name }: { name: string }) {
  return <bdi className="mono arn">{name}</bdi>;
}

function Count({ unit, n }: { unit: Finding['unit']; n: number }) {
  const t = useText();
  return <>{t(`checks.count.${unit}`, { n })}</>;
}
