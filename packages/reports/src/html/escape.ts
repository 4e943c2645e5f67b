import { visible } from '../visible-text.ts';

const entities: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' },
};

/** A text of anybody's as HTML, in an element or in an attribute with quotes; what hides is made visible. */
export function escaped(text: string): string {
  return visible(text).replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

/** The same with its line breaks. */
export function withBreaks(text: string): string {
  return escaped(text).replaceAll('\n', '<br>');
}
