import type { Plugin } from 'vite';

const fontFace = /@font-face\s*\{[^}]*\}/g;

/** Drops the eight base64 fonts of Cloudscape's global styles; `src/ui/fonts.css` serves one file instead. */
export function stripFontsPlugin(): Plugin {
  return {
    name: 'ippo-strip-fonts',
    enforce: 'pre',
    transform: (code, id) =>
      /global-styles\/index\.css/.test(id)
        ? { code: code.replaceAll(fontFace, ''), map: null }
        : null,
  };
}
