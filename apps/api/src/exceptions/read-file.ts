import {
  exceptionFileLimits,
  newExceptionSchema,
  sourceSchema,
  type ExceptionLine,
  type ExceptionLineCode,
  type NewException,
  type Source,
} from '@ippo/contracts';
import { LineCounter, isNode, parseDocument, visit, type Document, type Node } from 'yaml';
import { z } from 'zod';
import { fileFormat } from './write-file.ts';

/** An entry of a file, with the line that it begins at. */
export type FileEntry = { line: number; asked: NewException };
/** What a file says; with an error nothing of it may be taken in. */
export type ReadFile = {
  source: Source['kind'] | null;
  entries: FileEntry[];
  errors: ExceptionLine[];
};

/** More errors than a person reads at a time. */
const mostErrors = 100;

const all = z.literal('all').transform(() => null);
const { regions, resource, ...plain } = newExceptionSchema.shape;
const entrySchema = z.strictObject({
  ...plain,
  regions: z.union([all, regions.unwrap()]),
  resource: z.union([all, resource.unwrap()]),
});
const fileSchema = z.strictObject({
  format: z.literal(fileFormat),
  source: sourceSchema.shape.kind,
  exceptions: z.array(entrySchema),
});

/**
 * Reads a file of accepted risks, whoever wrote it: plain maps, lists and text only, every value as text, so
 * that an account of twelve digits or a date is never taken for something else. Never throws.
 */
export function readExceptionFile(text: string): ReadFile {
  const { bytes, entries: most } = exceptionFileLimits;
  if (Buffer.byteLength(text) > bytes)
    return refused(1, 'file-too-large', { bytes: String(bytes) });
  const counter = new LineCounter();
  const read = parsed(text, counter);
  if ('errors' in read) return { source: null, entries: [], errors: read.errors };
  const { document, value } = read;
  const checked = fileSchema.safeParse(value);
  if (!checked.success) {
    const errors = checked.error.issues.flatMap((issue) => linesOf(issue, document, counter));
    return { source: null, entries: [], errors: sorted(errors) };
  }
  const { source, exceptions } = checked.data;
  if (exceptions.length > most) return refused(1, 'too-many-entries', { most: String(most) });
  const entries = exceptions.map((asked, place) => ({
    line: lineAt(document, ['exceptions', place], counter),
    asked,
  }));
  return { source, entries, errors: twice(entries) };
}

type Parsed = { document: Document.Parsed; value: unknown } | { errors: ExceptionLine[] };

function parsed(text: string, lineCounter: LineCounter): Parsed {
  try {
    const document = parseDocument(text, {
      ...{ schema: 'failsafe', lineCounter, prettyErrors: false, stringKeys: true },
    });
    const errors = document.errors.map(({ code, message, pos }) => {
      const { line } = lineCounter.linePos(pos[0]);
      return code === 'DUPLICATE_KEY'
        ? { line, code: 'key-twice' as const, params: {} }
        : { line, code: 'not-yaml' as const, params: { why: message.slice(0, 200) } };
    });
    if (errors.length > 0) return { errors: sorted(errors) };
    const odd = oddNodes(document, lineCounter);
    if (odd.length > 0) return { errors: sorted(odd) };
    return { document, value: document.toJS({ maxAliasCount: 0 }) };
  } catch (error) {
    // Lists in lists by the thousand end the parser's stack.
    const why =
      error instanceof RangeError ? 'it is nested too deeply' : String(error).slice(0, 200);
    return { errors: [{ line: 1, code: 'not-yaml', params: { why } }] };
  }
}

/** Nodes that stand for others, or claim a type: a plain file has none. */
function oddNodes(document: Document.Parsed, counter: LineCounter): ExceptionLine[] {
  const found: ExceptionLine[] = [];
  visit(document, {
    Node(_key, node) {
      if (node.tag === undefined && !('anchor' in node && node.anchor !== undefined)) return;
      found.push({ line: lineOf(node, counter), code: 'yaml-alias', params: {} });
    },
    Alias(_key, node) {
      found.push({ line: lineOf(node, counter), code: 'yaml-alias', params: {} });
    },
  });
  return found;
}

function linesOf(
  issue: z.core.$ZodIssue,
  document: Document.Parsed,
  counter: LineCounter,
): ExceptionLine[] {
  const path = issue.path.filter((part) => typeof part !== 'symbol');
  const line = lineAt(document, path, counter);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      line,
      code: 'unknown-key',
      params: { key: key.slice(0, 60) },
    }));
  // What is wrong inside a list of Regions is told of the list.
  const key = path.findLast((part) => typeof part === 'string') ?? 'exceptions';
  const missing = !document.hasIn(path);
  return [{ line, code: missing ? 'key-missing' : 'value-wrong', params: { key } }];
}

/** The line of a path, or of the nearest thing around it that is there. */
function lineAt(
  document: Document.Parsed,
  path: readonly (string | number)[],
  counter: LineCounter,
) {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lineOf(node, counter);
  }
  return 1;
}

function lineOf(node: Node, counter: LineCounter): number {
  return counter.linePos(node.range?.[0] ?? 0).line;
}

function twice(entries: readonly FileEntry[]): ExceptionLine[] {
  const seen = new Map<string, number>();
  return entries.flatMap(({ line, asked }) => {
    const key = JSON.stringify(asked);
    const other = seen.get(key);
    if (other !== undefined)
      return [{ line, code: 'entry-twice' as const, params: { other: String(other) } }];
    seen.set(key, line);
    return [];
  });
}

function refused(line: number, code: ExceptionLineCode, params: Record<string, string>): ReadFile {
  return { source: null, entries: [], errors: [{ line, code, params }] };
}

function sorted(errors: ExceptionLine[]): ExceptionLine[] {
  return errors.toSorted((a, b) => a.line - b.line).slice(0, mostErrors);
}
