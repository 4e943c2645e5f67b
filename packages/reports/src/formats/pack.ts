import { writePack } from '@ippo/pack';
import { defineReportFormat } from '../define-report-format.ts';
import { packFiles } from '../pack/pack-files.ts';
import { packSigner } from '../pack/pack-signer.ts';

export default defineReportFormat({
  id: 'pack',
  label: { en: 'Evidence pack, signed', ja: '証拠パック（署名付き）' },
  purpose: {
    en: 'The report with its evidence, signed, so that anybody can check that nothing was altered.',
    ja: 'レポートと証拠をまとめて署名。改変がないことを誰でも検証できます。',
  },
  extension: 'pack.zip',
  mediaType: 'application/zip',
  async *renderReport(assessment, context) {
    const { pack } = context;
    if (pack === null) throw new Error('a pack needs the evidence and a key');
    yield* writePack(await packFiles(assessment, context, pack), packSigner(pack.key));
  },
});
