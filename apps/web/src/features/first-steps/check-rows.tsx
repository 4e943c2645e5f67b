import type { CheckResult } from '@ippo/contracts';
import { checkPath } from '../../app/paths.ts';
import { useText } from '../../i18n/text.tsx';
import { outcomeId, shapeOf } from '../../lib/report-steps.ts';
import type { Sentences } from '../../lib/sentence.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { OutcomeIcon } from '../../ui/outcome-icon.tsx';
import { SeverityBars } from '../../ui/severity-bars.tsx';

/** Checks as short lines: outcome, title with the way to its evidence, severity. */
export function CheckRows({ checks, sentences }: { checks: CheckResult[]; sentences: Sentences }) {
  const t = useText();
  return (
    <ul className="check-rows">
      {checks.map((check) => (
        <li key={check.id}>
          <OutcomeIcon shape={shapeOf(check)} />
          <span>
            <span className="visually-hidden">{t(outcomeId(check))}: </span>
            <AppLink to={checkPath(check.id)}>{sentences.title(check.id)}</AppLink>
          </span>
          <SeverityBars severity={check.severity} />
        </li>
      ))}
    </ul>
  );
}
