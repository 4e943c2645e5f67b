import { createHash } from 'node:crypto';
import { canonicalJson, sha256Hex } from '@ippo/checks';
import { DomainError, type ReportOrder } from '@ippo/contracts';
import { checkOrder, packFormat } from '../reports/check-order.ts';
import type { By, MadeFile } from '../reports/make-report.ts';
import type { ReportWork } from '../reports/report-work.ts';
import { organizationOf } from '../scan/connected-accounts.ts';
import { packEvidence } from '../store/evidence-parts/pack-evidence.ts';
import { parseEvidence } from './judge-command.ts';
import { judgeEvidence } from './report-output.ts';
import { UsageError } from './usage-error.ts';

/**
 * The report of evidence in a file, judged with the default limits: no install keeps it, so it has neither people's
 * answers nor a record, and no key to sign a pack with or to mask names by.
 */
export async function exportEvidence(
  work: ReportWork,
  order: ReportOrder,
  text: string,
  { name, at, version }: By,
  signal: AbortSignal,
): Promise<MadeFile> {
  const { cover } = checkOrder(order);
  const { format, language, zone } = order;
  if (format === packFormat || order.redacted)
    throw new UsageError('--evidence: a pack and masks need the keys of an install.');
  if (order.scan ?? order.account ?? order.from ?? order.to)
    throw new UsageError('--evidence: a file holds one scan; leave out what chooses one.');
  const evidence = parseEvidence(text);
  const report = judgeEvidence(evidence);
  const body = canonicalJson(report);
  const reportDigest = sha256Hex(body);
  const scan = {
    ...{ id: report.evidenceDigest.slice(0, 16), number: 1 },
    ...{ startedAt: report.startedAt, finishedAt: report.finishedAt },
    ...{ status: report.ended, pruned: false, evidenceDigest: report.evidenceDigest, reportDigest },
    ...{ firstStepsDone: report.firstSteps.done, score: report.score.value },
    ...{ problem: null, chain: null, chainPosition: null, previousLink: null, link: null },
  };
  const rendering = await work.make(
    async () => ({
      ...{ task: 'file', format, language, zone, maskKey: null, pack: null },
      judgement: { kind: 'whole', body },
      evidence: packEvidence(evidence),
      gathered: {
        made: { at: at.toISOString(), by: name, version },
        ...{ cover, accountName: null, organization: organizationOf(evidence), period: null },
        ...{ scan: { ...scan, trigger: 'file', startedBy: null }, scans: [scan], reportDigest },
        ...{ judgedAt: report.finishedAt, thresholdChanges: [], exceptions: [] },
        ...{ attestations: [], auditTrail: [] },
      },
    }),
    { signal },
  );
  const { fileName, mediaType } = rendering;
  async function* bytes(): MadeFile['bytes'] {
    const hash = createHash('sha256');
    let size = 0;
    for await (const part of rendering.bytes as AsyncIterable<Buffer>) {
      hash.update(part);
      size += part.length;
      yield part;
    }
    if (signal.aborted) throw new DomainError('report-failed');
    return { sha256: hash.digest('hex'), bytes: size };
  }
  return { id: '', fileName, mediaType, bytes: bytes() };
}
