import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ReportDocument } from '../document/document.ts';
import { textCover } from './covered-text.ts';
import { drawnDocument } from './drawn-document.ts';
import { coverageOf, readFonts } from './font.ts';

/** A folder that no machine has: the template reads only what it is given. */
const nowhere = path.resolve('/ippo-report-without-files');

type Compiled = { pages: number; pdf(): Buffer; svg(): string };

/** What the template may be told besides the document. */
export type Inputs = { preview: 'yes' | 'no'; pages: string };

/**
 * Sets the document as pages. Synchronous for seconds once it begins, so a server runs it in a process of its
 * own; its native part loads with the first call. Throws where the template does not compile.
 */
export async function compile(document: ReportDocument, inputs: Inputs): Promise<Compiled> {
  const fonts = await readFonts();
  const template = await readFile(new URL('report.typ', import.meta.url), 'utf8');
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  const compiler = NodeCompiler.create({ workspace: nowhere, fontArgs: [{ fontBlobs: fonts }] });
  const [regular] = fonts;
  if (regular === undefined) throw new Error('the report has no font');
  const data = drawnDocument(document, textCover(coverageOf(regular)));
  compiler.mapShadow(path.join(nowhere, 'document.json'), Buffer.from(data));
  const result = compiler.compile({ mainFileContent: template, inputs });
  const pages = result.result;
  const error = result.takeError();
  if (pages === null || error !== null)
    throw new Error(`the report's template does not compile: ${diagnosticsOf(error)}`);
  return {
    pages: pages.numOfPages,
    pdf: () => compiler.pdf(pages, { pdfStandard: 'ua-1' }),
    svg: () => compiler.plainSvg(pages),
  };
}

function diagnosticsOf(error: { shortDiagnostics: unknown[] } | null): string {
  return JSON.stringify(error?.shortDiagnostics ?? []).slice(0, 500);
}
