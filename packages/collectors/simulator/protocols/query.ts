import type { HttpRequest } from '@smithy/protocol-http';
import { textOf, type Protocol } from './wire.ts';

/** AWS query (Smithy, *AWS query protocol*): a form that names its action, answered in XML. */
export function query(namespace: string): Protocol {
  return {
    operation: actionOf,
    input: formOf,
    answer: (operation, output, requestId) => ({
      body:
        `<${operation}Response xmlns="${namespace}"><${operation}Result>${toXml(output, 'member')}` +
        `</${operation}Result><ResponseMetadata><RequestId>${requestId}</RequestId>` +
        `</ResponseMetadata></${operation}Response>`,
      headers: { 'content-type': 'text/xml', 'x-amzn-requestid': requestId },
    }),
    error: (error, requestId) => ({
      body:
        `<ErrorResponse xmlns="${namespace}"><Error><Type>${error.status < 500 ? 'Sender' : 'Receiver'}` +
        `</Type><Code>${error.code}</Code><Message>${escaped(error.message)}</Message></Error>` +
        `<RequestId>${requestId}</RequestId></ErrorResponse>`,
      headers: { 'content-type': 'text/xml', 'x-amzn-requestid': requestId },
    }),
  };
}

/** EC2's own variant (Smithy, *AWS EC2 query protocol*): no result element, lists of `item`. */
export function ec2Query(namespace: string): Protocol {
  return {
    operation: actionOf,
    input: formOf,
    answer: (operation, output, requestId) => ({
      body:
        `<?xml version="1.0" encoding="UTF-8"?>\n<${operation}Response xmlns="${namespace}">` +
        `<requestId>${requestId}</requestId>${toXml(output, 'item')}</${operation}Response>`,
      headers: { 'content-type': 'text/xml;charset=UTF-8', 'x-amzn-requestid': requestId },
    }),
    error: (error, requestId) => ({
      body:
        `<?xml version="1.0" encoding="UTF-8"?>\n<Response><Errors><Error><Code>${error.code}</Code>` +
        `<Message>${escaped(error.message)}</Message></Error></Errors>` +
        `<RequestID>${requestId}</RequestID></Response>`,
      headers: { 'content-type': 'text/xml;charset=UTF-8', 'x-amzn-requestid': requestId },
    }),
  };
}

function actionOf(request: HttpRequest): string {
  return new URLSearchParams(textOf(request)).get('Action') ?? '';
}

function formOf(request: HttpRequest): Record<string, unknown> {
  return Object.fromEntries(new URLSearchParams(textOf(request)));
}

function toXml(value: unknown, item: string): string {
  if (value === undefined || value === null) return '';
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value))
    return value.map((entry) => `<${item}>${toXml(entry, item)}</${item}>`).join('');
  if (value instanceof Map)
    return [...value]
      .map(([key, entry]) => `<entry><key>${key}</key><value>${toXml(entry, item)}</value></entry>`)
      .join('');
  if (typeof value === 'string') return escaped(value);
  if (typeof value !== 'object') return JSON.stringify(value);
  return Object.entries(value)
    .map(([name, field]) => (field === undefined ? '' : `<${name}>${toXml(field, item)}</${name}>`))
    .join('');
}

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
