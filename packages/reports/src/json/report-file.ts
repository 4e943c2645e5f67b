import {
  reportSchemaId,
  sentenceWriter,
  type Assessment,
  type CheckResult,
  type ReportFile,
} from '@ippo/contracts';
import type { ReportContext } from '../define-report-format.ts';
import { evidenceOf } from '../document/evidence-of.ts';
import { reportNotices } from '../notices.ts';

const atOnce = 200;

/** The whole report but its checks: what stands before them, and what comes after. */
type Frame = Omit<ReportFile, 'checks'>;

/** The report as JSON, in parts: one line a finding, so that two files can be compared line by line. */
export function* reportFile(assessment: Assessment, context: ReportContext): Generator<string> {
  const { language, zone } = context;
  const { checks, ...rest } = assessment;
  const frame: Frame = {
    $schema: reportSchemaId,
    ...{ language, zone, notices: reportNotices(assessment, language) },
    ...rest,
  };
  yield `${JSON.stringify(frame, null, 2).slice(0, -2)},\n  "checks": [`;
  const sentences = sentenceWriter(context.catalogue, language, zone);
  for (const [index, check] of checks.entries()) {
    yield index === 0 ? '\n' : ',\n';
    yield* checkLines(check, sentences, assessment);
  }
  yield `${checks.length === 0 ? '' : '\n  '}]\n}\n`;
}

function* checkLines(
  { findings, ...check }: CheckResult,
  sentences: ReturnType<typeof sentenceWriter>,
  assessment: Assessment,
): Generator<string> {
  const said = {
    ...{ id: check.id, title: sentences.title(check.id) },
    sentence: sentences.reason(check.id, check.reason),
  };
  yield `    ${JSON.stringify({ ...said, ...check }).slice(0, -1)},"findings":[`;
  for (let from = 0; from < findings.length; from += atOnce) {
    const lines = findings.slice(from, from + atOnce).map((finding) => {
      const sentence = sentences.reason(check.id, finding.reason);
      const restsOn = finding.evidence.length > 0 ? [] : evidenceOf(finding, assessment);
      const more = restsOn.length > 0 ? { restsOn } : {};
      return `\n      ${JSON.stringify({ ...finding, sentence, ...more })}`;
    });
    yield (from === 0 ? '' : ',') + lines.join(',');
  }
  yield `${findings.length === 0 ? '' : '\n    '}]}`;
}
