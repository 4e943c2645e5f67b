import { endpoints } from '@ippo/contracts';
import { minifyContractRouter } from '@orpc/contract';
import type { Plugin } from 'vite';

const id = 'virtual:ippo-contract';

/** Serves the contract's methods and paths alone: the schemas behind them stay out of the browser. */
export function contractPlugin(): Plugin {
  return {
    name: 'ippo-contract',
    resolveId: (source) => (source === id ? `\0${id}` : null),
    load: (source) =>
      source === `\0${id}`
        ? `export default ${JSON.stringify(minifyContractRouter(endpoints))};`
        : null,
    // Lists of keys feed only schemas; unmarked, each would keep the schemas in the bundle.
    transform: (code, file) =>
      file.includes('/packages/contracts/src/')
        ? { code: code.replaceAll(' Object.keys(', ' /* @__PURE__ */ Object.keys('), map: null }
        : null,
  };
}
