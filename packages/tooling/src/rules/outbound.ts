import { importsOf } from './imports.ts';
import { hits, isCode, isTest, withoutTexts, type Rule } from './source-file.ts';

const clients =
  /^(?:node:)?(?:https|tls|http2|dgram)$|^(?:undici|axios|got|ky|node-fetch|superagent|request|ws|nodemailer)(?:\/|$)/;
// These modules are needed to listen and to read addresses, too: only their ways out are refused.
const waysOut =
  /(?<![.\w])fetch\s*\(|\bglobalThis\.fetch\b|\bnew (?:WebSocket|EventSource)\b|\bimport\s+(?!type\b)(?:\w+|\*\s*as\s+\w+|\{[^}]*\b(?:request|get|Agent|globalAgent|connect|createConnection|Socket)\b[^}]*\})\s*from\s*['"](?:node:)?(?:http|net)['"]/g;

/** The API reaches other hosts through apps/api/src/outbound alone, where each address is tested first. */
export const oneWayOut: Rule = {
  id: 'one-way-out',
  find: (files) =>
    files
      .filter(
        ({ path }) => /^apps\/api\/src\/(?!outbound\/)/.test(path) && isCode(path) && !isTest(path),
      )
      .flatMap((file) => [
        ...hits(file, waysOut, text, withoutTexts(file.text)),
        ...importsOf(file)
          .filter(({ specifier, typeOnly }) => clients.test(specifier) && !typeOnly)
          .map(({ line }) => ({ path: file.path, line, text })),
      ]),
};

const text = 'only apps/api/src/outbound asks other hosts';
