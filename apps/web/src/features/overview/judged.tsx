import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { Outcome, ScanReport } from '@ippo/contracts';
import { paths } from '../../app/paths.ts';
import type { MessageId } from '../../i18n/message-ids.ts';
import { useText } from '../../i18n/text.tsx';
import { AppLink } from '../../ui/app-link.tsx';
import { OutcomeIcon } from '../../ui/outcome-icon.tsx';

const order = ['pass', 'fail', 'unknown', 'manual', 'not-applicable'] as const;

/** How much of the account was judged: the parts of a whole, each row opening what it counts. */
export function Judged({ report }: { report: ScanReport }) {
  const t = useText();
  const { coverage } = report;
  const counts = countsOf(report);
  const [pass, fail, unknown, manual, na] = order.map((outcome) => counts[outcome]);
  const refused = coverage.readings.total - coverage.readings.answered;
  return (
    <Container
      fitHeight
      header={
        <Header
          variant="h2"
          description={t('judged.assessed', {
            judged: coverage.checks.judged,
            total: coverage.checks.total,
            units: coverage.units.judged,
            unitTotal: coverage.units.total,
          })}
        >
          {t('judged.title')}
        </Header>
      }
    >
      <div
        className="stacked"
        role="img"
        aria-label={t('judged.bar', {
          pass: pass ?? 0,
          fail: fail ?? 0,
          unknown: unknown ?? 0,
          manual: manual ?? 0,
          na: na ?? 0,
        })}
      >
        {order
          .filter((outcome) => counts[outcome] > 0)
          .map((outcome) => (
            <span
              key={outcome}
              className={`part-${outcome}${outcome === 'unknown' ? ' hatched' : ''}`}
              style={{ flexGrow: counts[outcome] }}
            />
          ))}
      </div>
      <ul className="legend">
        {order.map((outcome) => (
          <li key={outcome}>
            <OutcomeIcon shape={outcome} />
            <span>{t(wordOf(outcome))}</span>
            <AppLink
              to={`${paths.checks}?outcome=${outcome}`}
              ariaLabel={`${t(wordOf(outcome))}: ${counts[outcome]}`}
            >
              <b>{counts[outcome]}</b>
            </AppLink>
          </li>
        ))}
      </ul>
      <p className="fine">
        {t('judged.readings', {
          total: coverage.readings.total,
          answered: coverage.readings.answered,
          refused,
        })}
      </p>
    </Container>
  );
}

function wordOf(outcome: Outcome): MessageId {
  if (outcome === 'unknown') return 'judged.unknown';
  return outcome === 'manual' ? 'judged.manual' : `outcome.${outcome}`;
}

function countsOf(report: ScanReport): Record<Outcome, number> {
  const counts = { pass: 0, fail: 0, unknown: 0, manual: 0, 'not-applicable': 0 };
  for (const check of report.checks) counts[check.outcome] += 1;
  return counts;
}
