import type { Mask } from '../define-collector.ts';
import { registry } from '../registry.ts';

/** The masks of an operation's wire fields: those of every collector that may send it. */
export type Masks = ReadonlyMap<string, Mask>;

/** What the collectors of an operation declare as masked. */
export function masksOf(operation: string): Masks {
  const collectors = Object.values(registry).filter(({ operations }) =>
    operations.some((name) => name === operation),
  );
  return new Map(collectors.flatMap(({ masked = {} }) => Object.entries(masked)));
}

/**
 * An answer's body with the masked fields masked, by the name of the field and never by how a value looks.
 * A body with masked fields that cannot be parsed is left out.
 */
export function maskBody(body: string, masks: Masks): string {
  if (masks.size === 0 || body === '') return body;
  if (body.trimStart().startsWith('<')) return maskXml(body, masks);
  try {
    return JSON.stringify(maskJson(JSON.parse(body), masks, undefined));
  } catch {
    return 'left out: not JSON';
  }
}

/** Also where the closing tag was cut off. */
function maskXml(body: string, masks: Masks): string {
  return body.replaceAll(/<(\w+)>([^<]+)/g, (whole, name: string, text: string) => {
    const mask = masks.get(name);
    return mask ? `<${name}>${masked(text, mask)}` : whole;
  });
}

function maskJson(value: unknown, masks: Masks, mask: Mask | undefined): unknown {
  if (typeof value === 'string') return mask ? masked(value, mask) : value;
  if (Array.isArray(value)) return value.map((item) => maskJson(item, masks, mask));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [
      name,
      maskJson(field, masks, masks.get(name) ?? mask),
    ]),
  );
}

function masked(text: string, mask: Mask): string {
  if (mask === 'key-id' && text.length > 8) return `${text.slice(0, 4)}…${text.slice(-4)}`;
  return 'hidden';
}
