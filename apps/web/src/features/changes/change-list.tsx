import { changeWords, regionStateWords, type Change } from '@ippo/contracts';
import { checkPath, findingPath, paths } from '../../app/paths.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import type { Sentences } from '../../lib/sentence.ts';
import { reasonSentence } from '../../lib/verdict-sentence.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { OutcomeLabel } from '../../ui/outcome-icon.tsx';
import { RegionName } from '../../ui/region-name.tsx';
import { SeverityBars } from '../../ui/severity-bars.tsx';
import type { Changed, ChangeGroup } from './change-groups.ts';

type Props = { groups: readonly ChangeGroup[]; sentences: Sentences };

const placesShown = 6;
/** Moves that the heading of their section says already. */
const told = new Set<Change>(['new', 'resolved', 'became-unknown', 'became-known']);

/** Findings that changed, old → new; places that made the same move share a line. */
export function ChangeList({ groups, sentences }: Props) {
  return (
    <ul className="changes">
      {groups.map((group) =>
        group.region ? (
          <OfRegion key={group.key} group={group} region={group.region} />
        ) : (
          <Group key={group.key} group={group} sentences={sentences} />
        ),
      )}
    </ul>
  );
}

function Group({ group, sentences }: { group: ChangeGroup; sentences: Sentences }) {
  const language = useLanguage();
  const { first, findings } = group;
  const side = first.after ?? first.before;
  const alone = findings.length === 1;
  return (
    <li>
      <div className="change-marks">
        <SeverityBars severity={first.severity} />
        {told.has(first.change) || group.lost ? null : (
          <span className="change-note">{changeWords[first.change][language]}</span>
        )}
      </div>
      <div className="change-told">
        <div>
          {alone && side ? (
            <AppLink to={findingPath(first.fingerprint)}>
              {reasonSentence(first.check, side.reason, sentences)}
            </AppLink>
          ) : (
            <AppLink to={checkPath(first.check)}>{sentences.title(first.check)}</AppLink>
          )}
          <div className="fine">{sentences.short(first.check)}</div>
        </div>
        <Move finding={first} lost={group.lost === true} />
        <PlacesChanged findings={findings} />
      </div>
    </li>
  );
}

type RegionProps = {
  group: ChangeGroup;
  region: NonNullable<ChangeGroup['region']>;
};

/** A Region that gives no answer any more, or gives one again: named once, with what that is about. */
function OfRegion({ group: { findings }, region }: RegionProps) {
  const t = useText();
  const language = useLanguage();
  const { name, before, after } = region;
  const checks = new Set(findings.map(({ check }) => check));
  return (
    <li>
      <div className="change-marks" />
      <div className="change-told">
        <div>
          <AppLink to={`${paths.findings}?region=${name}`}>
            <RegionName region={name} />
          </AppLink>
          <div className="fine">
            {t('changes.in-region', { n: findings.length, checks: checks.size })}
          </div>
        </div>
        <span className="move">
          <span>{before === null ? null : regionStateWords[before][language]}</span>
          <span aria-hidden="true">→</span>
          <span className="visually-hidden">{t('changes.then')}</span>
          <b>{after === null ? null : regionStateWords[after][language]}</b>
        </span>
      </div>
    </li>
  );
}

/** "Pass → Fail", each with its shape. */
function Move({ finding: { before, after }, lost }: { finding: Changed; lost: boolean }) {
  const t = useText();
  return (
    <span className="move">
      <Side side={before} none={t('changes.not-there')} />
      <span aria-hidden="true">→</span>
      <span className="visually-hidden">{t('changes.then')}</span>
      <Side side={after} none={t(lost ? 'changes.not-listed' : 'changes.gone')} />
    </span>
  );
}

function Side({ side, none }: { side: Changed['before']; none: string }) {
  const t = useText();
  if (side === null) return <span className="change-note">{none}</span>;
  const shape = side.blocked ? 'blocked' : side.outcome;
  return <OutcomeLabel shape={shape} word={t(`outcome.${shape}`)} />;
}

function PlacesChanged({ findings }: { findings: readonly Changed[] }) {
  const t = useText();
  const shown = findings.slice(0, placesShown);
  const more = findings.length - shown.length;
  const check = findings[0]?.check ?? '';
  return (
    <span className="region-list">
      {shown.map((finding) => (
        <Place key={finding.fingerprint} finding={finding} linked={findings.length > 1} />
      ))}
      {more > 0 ? (
        <AppLink to={`${paths.findings}?check=${check}`}>{t('changes.more', { n: more })}</AppLink>
      ) : null}
    </span>
  );
}

function Place({ finding, linked }: { finding: Changed; linked: boolean }) {
  const name = finding.facet ?? finding.resource;
  const place =
    name === undefined ? (
      <RegionName region={finding.region ?? 'global'} />
    ) : (
      <bdi className="mono arn" title={finding.resource ?? name}>
        {name.startsWith('arn:') ? name.slice(name.lastIndexOf('/') + 1) : name}
      </bdi>
    );
  return linked ? <AppLink to={findingPath(finding.fingerprint)}>{place}</AppLink> : place;
}
