import type { CheckResult, ScanReport } from '@ippo/contracts';
import { useText } from '../i18n/text.tsx';
import { regionsOf } from '../lib/report-steps.ts';

/** What meeting a check would bring, as the engine computed it: in short, and the rest of the truth. */
export type Gain = { title: string; basis: string | null };

export function useGain(report: ScanReport): (check: CheckResult) => Gain {
  const t = useText();
  return (check) => {
    const { value } = report.score;
    const { done } = report.firstSteps;
    const stepIndex = report.firstSteps.items.findIndex(({ checks }) => checks.includes(check.id));
    // A box may be about one finding; what the engine computed is about the whole check.
    const whole = report.checks.find(({ id }) => id === check.id) ?? check;
    const unread = regionsOf(whole.findings.filter(({ outcome }) => outcome === 'unknown'));
    const after =
      unread.length > 0 && whole.outcome === 'fail'
        ? t('next.gain-after-reading', { regions: t('fact.regions', { n: unread.length }) })
        : null;
    const to = check.ifMet?.done ?? done;
    const steps = to > done ? t('next.gain-steps', { from: done, to }) : null;
    const score = check.ifMet?.score ?? null;
    if (value !== null && score !== null && score > value)
      return {
        title: t('next.gain-score', { from: value, to: score }),
        basis: after ?? steps ?? rest(stepIndex, check.id),
      };
    if (steps !== null) return { title: steps, basis: after };
    if (stepIndex < 0) return { title: t('next.gain-none'), basis: null };
    return {
      title: t('next.gain-step-part', { n: stepIndex + 1 }),
      basis: rest(stepIndex, check.id),
    };
  };

  function rest(stepIndex: number, check: string): string | null {
    const others = (report.firstSteps.items[stepIndex]?.checks ?? []).filter((id) => id !== check);
    const open = report.checks.filter(
      ({ id, outcome }) => others.includes(id) && outcome !== 'pass',
    );
    return open.length === 0 ? null : t('next.gain-step-rest', { n: open.length });
  }
}
