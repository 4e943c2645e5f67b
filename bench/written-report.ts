import { languages } from '../packages/contracts/src/contracts.ts';
import { reportFormats } from '../packages/reports/src/formats.gen.ts';
import type { ReportFormat } from '../packages/reports/src/define-report-format.ts';
import { contextIn } from '../packages/reports/src/testing/assessments.ts';
import { bigAssessment } from '../packages/reports/src/testing/big-assessment.ts';

/** Writes one report in this process alone and prints what that cost, as JSON. */
const [id = '', findings = '', language = ''] = process.argv.slice(2);
const formats: readonly ReportFormat[] = reportFormats;
const format = formats.find((one) => one.id === id);
const spoken = languages.find((one) => one === language);
if (!format?.renderReport || !spoken) throw new Error(`no report as ${id} in ${language}`);

const assessment = bigAssessment(Number(findings));
const context = contextIn(spoken);
const began = performance.now();
let bytes = 0;
for await (const part of format.renderReport(assessment, context)) bytes += Buffer.byteLength(part);
const seconds = (performance.now() - began) / 1000;
const peakMb = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ seconds, peakMb, bytes }));
