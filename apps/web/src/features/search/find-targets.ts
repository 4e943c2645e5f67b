import type { Outcome, ScanReport } from '@ippo/contracts';
import { checkPath, findingPath, paths } from '../../app/paths.ts';
import { findingShape } from '../../lib/report-steps.ts';
import type { Sentences } from '../../lib/sentence.ts';
import { reasonSentence } from '../../lib/verdict-sentence.ts';

export const targetKinds = ['checks', 'findings', 'resources'] as const;
export type TargetKind = (typeof targetKinds)[number];

/** Something that search can open. */
export type Target = {
  kind: TargetKind;
  to: string;
  label: string;
  /** What else finds it: its id, code, place or ARN; in lower case with the label. */
  text: string;
  detail: string;
  shape: Outcome | 'blocked';
};

const order = ['fail', 'blocked', 'unknown', 'manual', 'pass', 'not-applicable'];

/** Everything of a report that search opens, what is to do first; `place` writes a Region. */
export function targetsOf(
  report: ScanReport,
  sentences: Sentences,
  place: (region: string | undefined) => string,
): Target[] {
  const resources = new Map<string, Target>();
  const found = report.checks.flatMap((check) => {
    const title = sentences.title(check.id);
    const findings = check.findings.map((finding): Target => {
      const label = reasonSentence(check.id, finding.reason, sentences);
      const where = place(finding.region);
      const name = finding.resource ?? finding.facet ?? '';
      const detail = [title, where, name].filter((part) => part !== '').join(' · ');
      if (finding.resource !== undefined && !resources.has(finding.resource))
        resources.set(finding.resource, {
          ...{ kind: 'resources' as const, shape: findingShape(finding) },
          to: `${paths.findings}?resource=${encodeURIComponent(finding.resource)}`,
          label: finding.facet ?? finding.resource.split(/[:/]/).at(-1) ?? finding.resource,
          detail: finding.resource,
          text: `${finding.resource} ${finding.facet ?? ''}`.toLowerCase(),
        });
      return {
        ...{ kind: 'findings' as const, shape: findingShape(finding), label, detail },
        to: findingPath(finding.fingerprint),
        text: `${label} ${detail} ${check.id} ${finding.region ?? ''}`.toLowerCase(),
      };
    });
    const own: Target = {
      ...{ kind: 'checks' as const, shape: check.outcome, label: title, detail: check.id },
      to: checkPath(check.id),
      text: `${title} ${sentences.short(check.id)} ${check.id}`.toLowerCase(),
    };
    return [own, ...findings];
  });
  return [...found, ...resources.values()].toSorted(
    (a, b) => order.indexOf(a.shape) - order.indexOf(b.shape),
  );
}

/** The first few of each kind that hold every word of a text; nothing for no text. */
export function findTargets(targets: readonly Target[], text: string, each = 6): Target[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const hits = targets.filter((target) => words.every((word) => target.text.includes(word)));
  return targetKinds.flatMap((kind) => {
    const own = hits.filter((target) => target.kind === kind);
    const [named, others] = [own.filter(startsWith), own.filter((one) => !startsWith(one))];
    return [...named, ...others].slice(0, each);
  });

  function startsWith({ label, detail }: Target): boolean {
    const first = words[0] ?? '';
    return label.toLowerCase().startsWith(first) || detail.toLowerCase().startsWith(first);
  }
}
