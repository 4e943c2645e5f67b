import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import { GLOBAL, placeOf, type Lane, type Scan } from '@ippo/contracts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { isActive } from '../../lib/scan-status.ts';
import { OutcomeLabel } from '../../ui/outcome-icon.tsx';
import { RegionName } from '../../ui/region-name.tsx';

/** A lane per region with one mark per reading, and its state in words beside it. */
export function Lanes({ scan }: { scan: Scan }) {
  const t = useText();
  const lanes = scan.progress?.lanes ?? [];
  const wide = lanes.filter(({ region }) => region === GLOBAL);
  const regional = lanes.filter(({ region }) => region !== GLOBAL);
  if (lanes.length === 0) return null;
  return (
    <Container
      header={
        <Header variant="h2" description={t('scan.where-about')}>
          {t('scan.where')}
        </Header>
      }
    >
      <ul className="lanes lanes-wide">
        {wide.map((lane) => (
          <LaneRow key={lane.region} lane={lane} active={isActive(scan.status)} />
        ))}
      </ul>
      <ul className="lanes">
        {regional.map((lane) => (
          <LaneRow key={lane.region} lane={lane} active={isActive(scan.status)} />
        ))}
      </ul>
    </Container>
  );
}

function LaneRow({ lane, active }: { lane: Lane; active: boolean }) {
  const t = useText();
  const language = useLanguage();
  const place = lane.region === GLOBAL ? t('common.account-wide') : placeOf(lane.region, language);
  const { answered, refused, total } = lane;
  const flying = active ? Math.min(lane.inFlight, total - answered - refused) : 0;
  const marks = [
    ...Array.from({ length: answered }, () => 'answered'),
    ...Array.from({ length: refused }, () => 'refused'),
    ...Array.from({ length: flying }, () => 'in-flight'),
    ...Array.from({ length: Math.max(0, total - answered - refused - flying) }, () => 'waiting'),
  ];
  return (
    <li className="lane">
      <span className="lane-name">
        <RegionName region={lane.region} />
      </span>
      <span
        className="marks"
        role="img"
        aria-label={t('scan.lane.label', { place, answered, refused, total })}
      >
        {marks.map((kind, index) => (
          <span key={index} className={`mark mark-${kind}`} />
        ))}
      </span>
      <span className="lane-state">
        <LaneState lane={lane} active={active} />
      </span>
    </li>
  );
}

function LaneState({ lane, active }: { lane: Lane; active: boolean }) {
  const t = useText();
  const { answered, refused, total } = lane;
  if (total > 0 && answered === total)
    return <OutcomeLabel shape="pass" word={t('scan.lane.read')} />;
  if (refused > 0 && answered === 0 && refused === total)
    return <OutcomeLabel shape="unknown" word={t('scan.lane.dark')} />;
  if (answered + refused === total && refused > 0)
    return <OutcomeLabel shape="unknown" word={t('scan.lane.partly', { n: refused })} />;
  if (!active) return <>{t('scan.lane.stopped')}</>;
  return (
    <>{t(answered + refused + lane.inFlight > 0 ? 'scan.lane.reading' : 'scan.lane.waiting')}</>
  );
}
