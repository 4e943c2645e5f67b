import { root } from '../root.ts';
import { livingDocs } from './docs.ts';
import { fileLength, fileNames, namedExports } from './files.ts';
import { layerDirections } from './layers.ts';
import { noMachineTraces } from './leaks.ts';
import { oneWayOut } from './outbound.ts';
import { packageImports } from './package-imports.ts';
import { oneConfig, pureChecks, sqlInStore } from './purity.ts';
import { sourceFiles, type Rule } from './source-file.ts';
import { bothLanguages } from './translations.ts';

const rules: readonly Rule[] = [
  packageImports,
  layerDirections,
  pureChecks,
  oneConfig,
  sqlInStore,
  oneWayOut,
  fileNames,
  fileLength,
  namedExports,
  noMachineTraces,
  bothLanguages,
  livingDocs(root),
];

const files = sourceFiles(root);
const problems = rules.flatMap((rule) =>
  rule.find(files).map((problem) => ({ ...problem, rule: rule.id })),
);
for (const { path, line, text, rule } of problems)
  console.error(`${path}${line === undefined ? '' : `:${line}`}: ${text} (${rule})`);
console.log(`${rules.length} rules, ${files.length} files, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
