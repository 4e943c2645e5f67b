import {
  dashed,
  outcomeWords,
  readingReasonTexts,
  sentenceWriter,
  severities,
  severityWords,
  stepStateWords,
  stepWords,
  type Catalogue,
  type CheckResult,
  type Language,
  type ScanReport,
  type SentenceWriter,
} from '@ippo/contracts';
import { terminalText } from './terminal-text.ts';
import { say } from './words.ts';

/** The report as text that a person reads in a terminal, in one language; times in `timeZone` (IANA). */
export function reportText(
  report: ScanReport,
  catalogue: Catalogue,
  language: Language,
  timeZone: string,
): string {
  const writer = sentenceWriter(catalogue, language, timeZone);
  const sections = [
    heading(report, language, writer),
    steps(report, language),
    scoreLines(report, language),
    toDo(report, language, writer),
    questions(report, language, writer),
    unseen(report, language, writer),
  ];
  const written = sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return terminalText(`${written.join('\n\n')}\n`);
}

function heading(report: ScanReport, language: Language, writer: SentenceWriter): string[] {
  const enabled = report.regions.filter((region) => region.state !== 'not-enabled');
  const read = enabled.filter(({ answered, total }) => total > 0 && answered === total);
  const { source, ended, clockSkewSeconds: seconds } = report;
  const lines = [
    say(language, 'account', { account: dashed(report.account) }),
    say(language, 'read', {
      at: writer.instant(report.finishedAt),
      read: read.length,
      total: enabled.length,
    }),
  ];
  if (source.kind === 'simulated')
    lines.push(say(language, 'simulated', { world: source.world ?? '' }));
  if (source.kind === 'endpoint') lines.push(say(language, 'endpoint', { url: source.url ?? '' }));
  if (report.regionsAssumed) lines.push(say(language, 'assumed'));
  if (ended !== 'complete') lines.push(say(language, 'ended', { how: ended }));
  if (Math.abs(seconds) > 300) lines.push(say(language, 'skew', { seconds }));
  return lines;
}

const stepMarks = { done: '✓', 'not-done': '✗', unknown: '?', 'not-needed': '–' } as const;

function steps({ firstSteps }: ScanReport, language: Language): string[] {
  const { done, unknown } = firstSteps;
  const unseenOnes = unknown > 0 ? say(language, 'stepsUnseen', { unknown }) : '';
  return [
    say(language, 'steps', { done }) + unseenOnes,
    ...firstSteps.items.map(
      ({ id, state }) =>
        `  ${stepMarks[state]} ${stepWords[id][language]}: ${stepStateWords[state][language]}`,
    ),
  ];
}

function scoreLines({ score, coverage }: ScanReport, language: Language): string[] {
  const { value, before, from, upTo, readShare } = score;
  const checks = score.because.join(', ');
  const lines: string[] = [];
  if (value === null) {
    const unread = Math.round((1 - readShare) * 100);
    lines.push(say(language, 'noScore', { unread, from, upTo }));
  } else {
    const reach = upTo > value ? say(language, 'upTo', { upTo }) : '';
    lines.push(say(language, 'score', { value }) + reach);
    if (score.factor < 1 && before !== null)
      lines.push(`  ${say(language, 'halved', { value, before, checks })}`);
  }
  const { judged, total } = coverage.checks;
  const { answered, total: asked } = coverage.readings;
  lines.push(`  ${say(language, 'judged', { judged, total, answered, asked })}`);
  return lines;
}

function toDo(report: ScanReport, language: Language, writer: SentenceWriter): string[] {
  const open = report.checks
    .filter((check) => check.standing === 'not-met')
    .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  if (open.length === 0) return [say(language, 'nothingToDo')];
  return [say(language, 'toDo'), ...open.flatMap((check) => checkLines(check, language, writer))];
}

/** What only a person can tell; it is outside the score and the counts above. */
function questions(report: ScanReport, language: Language, writer: SentenceWriter): string[] {
  const open = report.checks.filter((check) => check.outcome === 'manual');
  if (open.length === 0) return [];
  return [
    say(language, 'questions'),
    ...open.map((check) => `  ${writer.title(check.id)} [${check.id}]`),
  ];
}

function checkLines(check: CheckResult, language: Language, writer: SentenceWriter): string[] {
  const waits = check.blocked && check.outcome === 'not-applicable';
  const outcome = waits ? say(language, 'notMet') : outcomeWords[check.outcome][language];
  const failing = check.findings.filter((finding) => finding.outcome === 'fail');
  const regions = failing.flatMap((finding) => finding.region ?? []).map(writer.region);
  const lines = [
    `  ${outcome} · ${severityWords[check.severity][language]} · ${writer.title(check.id)} [${check.id}]`,
    `      ${writer.reason(check.id, check.reason)}`,
  ];
  if (check.blocked && !waits) lines.push(`      ${say(language, 'partlyBlocked')}`);
  if (regions.length > 0 && regions.length <= 6)
    lines.push(`      ${say(language, 'where', { regions: regions.join(', ') })}`);
  return lines;
}

function unseen(report: ScanReport, language: Language, writer: SentenceWriter): string[] {
  if (report.unreadable.length === 0) return [say(language, 'allAnswered')];
  const regions = Map.groupBy(report.unreadable, ({ region }) => region);
  const causes = Map.groupBy(regions, ([, group]) => {
    const actions = group.map(({ action }) => action).join(', ');
    const reasons = [...new Set(group.map(({ reason }) => readingReasonTexts[reason][language]))];
    return `${reasons.join(' ')} (${actions})`;
  });
  return [
    say(language, 'unseen'),
    ...[...causes].map(([cause, where]) => {
      const places = where.map(([region]) => writer.region(region));
      return `  ? ${places.join(', ')}: ${cause}`;
    }),
  ];
}
