import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { runStep } from '../run-step.ts';
import type { Verdict } from './verdicts.ts';

const folderOfJudge = 'packages/tooling/src/referees/pdf-ua';

/**
 * The reports as PDF, as veraPDF judges them by its profile of PDF/UA-1. Needs Java 17 and Maven, so it runs
 * only when it is asked for.
 */
export async function pdfUaVerdicts(root: string): Promise<Verdict[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ippo-pdf-ua-'));
  try {
    await demand(root, ['node', 'apps/api/src/testing/write-reports.ts', folder, 'pdf']);
    const listed = join(folder, 'class-path');
    const pom = join(root, folderOfJudge, 'pom.xml');
    const maven = ['mvn', '-q', '-B', '-f', pom, 'dependency:build-classpath'];
    await demand(root, [...maven, `-Dmdep.outputFile=${listed}`]);
    const files = readdirSync(folder).filter((name) => name.endsWith('.pdf'));
    const judge = ['java', '-cp', readFileSync(listed, 'utf8').trim()];
    const said = await demand(root, [
      ...[...judge, join(root, folderOfJudge, 'CheckPdfUa.java')],
      ...files.map((name) => join(folder, name)),
    ]);
    const verdicts = said.split('\n').filter(Boolean).map(verdictOf);
    const all = { name: 'every file was judged', ok: verdicts.length === files.length + 1 };
    return [...verdicts, all];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function verdictOf(line: string): Verdict {
  const [ok, file = '', detail = ''] = line.split('\t');
  const name = `${basename(file)}: PDF/UA-1`;
  return ok === 'true' ? { name, ok: true } : { name, ok: false, detail };
}

async function demand(root: string, command: readonly string[]): Promise<string> {
  const { ok, output, stdout } = await runStep({ name: 'pdf-ua', command }, root);
  if (!ok) throw new Error(`${command[0]} ended badly:\n${output}`);
  return stdout;
}
