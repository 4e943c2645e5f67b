import { canonicalJson, catalogue } from '@ippo/checks';
import type { ScanReport } from '@ippo/contracts';
import { buildAssessment, redact, reportFileName, type ReportContext } from '@ippo/reports';
import type { Provenance } from '../../store/evidence-parts/parts.ts';
import { unpackEvidence } from '../../store/evidence-parts/pack-evidence.ts';
import type { StoredJudgement } from '../../store/judgements-as-stored.ts';
import { unpackedJson } from '../../store/packed-json.ts';
import { joinReport } from '../../store/report-parts/join-report.ts';
import type { ReportManifest, ReportMoments } from '../../store/report-parts/parts.ts';
import { writingFormats } from '../check-order.ts';
import { maskWith } from '../mask.ts';
import type { FromChild, ReportJob } from '../report-job.ts';
import { preview } from './preview.ts';

type Rendering = {
  begun: Extract<FromChild, { kind: 'begun' }>;
  parts: AsyncIterable<string | Uint8Array>;
};

/** Opens what was stored, puts the report together and writes it. */
export async function render(job: ReportJob): Promise<Rendering> {
  const format = writingFormats.find(({ id }) => id === job.format);
  if (!format) throw new Error(`no format writes reports as ${job.format}`);
  const evidence = unpackEvidence(job.evidence);
  const report = opened(job.judgement, job.evidence.provenance);
  const whole = buildAssessment({ ...job.gathered, report, evidence });
  const redacted = job.maskKey !== null;
  const assessment = job.maskKey === null ? whole : redact(whole, maskWith(job.maskKey));
  const { language, zone, pack: given } = job;
  const pack = given && {
    ...given,
    // A redacted pack has nothing of what is masked in it.
    ...(redacted
      ? { report: new Uint8Array(), evidence: null, calls: [], inputs: null }
      : {
          report: Buffer.from(canonicalJson(report)),
          ...{ evidence: Buffer.from(canonicalJson(evidence)), calls: evidence.calls },
          inputs: given.inputs,
        }),
  };
  const context: ReportContext = { catalogue, language, zone, pack };
  const fileName = reportFileName(assessment, format, language, { redacted });
  const begun = { kind: 'begun', fileName, mediaType: format.mediaType } as const;
  if (job.task === 'file') return { begun, parts: format.renderReport(assessment, context) };
  return { begun, parts: preview(format, assessment, context, fileName) };
}

function opened(judgement: StoredJudgement, provenance: Uint8Array): ScanReport {
  if (judgement.kind === 'whole') return JSON.parse(judgement.body) as ScanReport;
  const { manifest, moments, facts } = judgement;
  return joinReport(
    JSON.parse(manifest) as ReportManifest,
    unpackedJson(moments) as ReportMoments,
    facts,
    (unpackedJson(provenance) as Provenance).calls,
  );
}
