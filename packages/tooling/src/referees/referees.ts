import { root } from '../root.ts';
import { motoVerdicts } from './moto.ts';
import { fixVerdicts } from './moto-fixes.ts';
import { cloudFormationVerdicts, terraformVerdicts } from './snippets.ts';
import { installReferees } from './venv.ts';
import { printVerdicts, type Verdict } from './verdicts.ts';

const referees: Readonly<Record<string, (root: string, bin: string) => Promise<Verdict[]>>> = {
  'cfn-lint': cloudFormationVerdicts,
  hcl2: terraformVerdicts,
  moto: motoVerdicts,
  fixes: fixVerdicts,
};

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
for (const [name, judge] of Object.entries(referees)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const verdicts = await attempt(name, () => judge(root, bin));
  printVerdicts(name, verdicts);
  passed += verdicts.filter(({ ok }) => ok).length;
  failed += verdicts.filter(({ ok }) => !ok).length;
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

/** A referee that breaks has not agreed. */
async function attempt(name: string, work: () => Promise<Verdict[]>): Promise<Verdict[]> {
  try {
    return await work();
  } catch (error) {
    return [{ name: `${name} ran`, ok: false, detail: String(error) }];
  }
}
