import { root } from '../root.ts';
import { motoVerdicts } from './moto.ts';
import { fixVerdicts } from './moto-fixes.ts';
import { pdfUaVerdicts } from './pdf-ua.ts';
import { reportPageVerdicts } from './report-pages.ts';
import { reportVerdicts } from './reports.ts';
import { schemathesisVerdicts } from './schemathesis.ts';
import { cloudFormationVerdicts, terraformVerdicts } from './snippets.ts';
import { installReferees } from './venv.ts';
import { printVerdicts, type Verdict } from './verdicts.ts';

const referees = {
  'cfn-lint': cloudFormationVerdicts,
  hcl2: terraformVerdicts,
  moto: motoVerdicts,
  fixes: fixVerdicts,
  reports: reportVerdicts,
  'report-pages': reportPageVerdicts,
  'pdf-ua': pdfUaVerdicts,
  schemathesis: schemathesisVerdicts,
} satisfies Record<string, (root: string, bin: string) => Promise<Verdict[]>>;
type Referee = keyof typeof referees;

/** One group after the other; within one they run side by side, each with an emulator of its own. */
const groups: readonly (readonly Referee[])[] = [
  ['cfn-lint'],
  ['hcl2'],
  ['moto', 'fixes'],
  ['reports'],
  ['report-pages'],
  ['schemathesis'],
  ['pdf-ua'],
];
/** They need what not every machine has. */
const onlyWhenAsked: readonly Referee[] = ['pdf-ua'];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in referees));
if (unknown.length > 0) {
  console.error(
    `referees: no ${unknown.join(', ')}; there are ${Object.keys(referees).join(', ')}`,
  );
  process.exit(2);
}

let passed = 0;
let failed = 0;
const bin = await installReferees(root);
for (const group of groups) {
  const chosen = group.filter((name) =>
    asked.length === 0 ? !onlyWhenAsked.includes(name) : asked.includes(name),
  );
  const results = await Promise.all(
    chosen.map(async (name) => ({ name, verdicts: await attempt(name) })),
  );
  for (const { name, verdicts } of results) {
    printVerdicts(name, verdicts);
    passed += verdicts.filter(({ ok }) => ok).length;
    failed += verdicts.filter(({ ok }) => !ok).length;
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

/** A referee that breaks has not agreed. */
async function attempt(name: Referee): Promise<Verdict[]> {
  try {
    return await referees[name](root, bin);
  } catch (error) {
    return [{ name: `${name} ran`, ok: false, detail: String(error) }];
  }
}
