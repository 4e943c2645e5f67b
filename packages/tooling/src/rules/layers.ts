import { importsOf } from './imports.ts';
import { isTest, type Problem, type Rule, type SourceFile } from './source-file.ts';

/** For each folder of an app's `src`, the folders that it may import; files beside them are free. */
type Layers = { app: string; may: Readonly<Record<string, readonly string[]>> };

const layers: readonly Layers[] = [
  {
    app: 'apps/api/src/',
    may: {
      cli: [
        ...['exceptions', 'reports', 'scan', 'store', 'auth', 'outbound', 'http', 'routes'],
        'server',
      ],
      http: ['routes', 'exports', 'reports', 'auth', 'scan', 'store', 'outbound'],
      routes: [
        ...['exceptions', 'reports', 'scan', 'store', 'auth', 'outbound', 'http', 'backup'],
        'exports',
      ],
      reports: ['scan', 'store', 'auth'],
      exports: ['exceptions', 'scan', 'store', 'auth', 'http'],
      backup: ['store', 'auth'],
      exceptions: ['store'],
      jobs: ['scan', 'store', 'auth', 'outbound', 'backup'],
      scan: ['store', 'outbound'],
      auth: ['store', 'outbound'],
      store: [],
      outbound: [],
    },
  },
  {
    app: 'apps/web/src/',
    may: {
      app: ['pages', 'features', 'ui', 'lib', 'i18n'],
      pages: ['features', 'ui', 'lib', 'i18n', 'app/paths'],
      features: ['ui', 'lib', 'i18n', 'app/paths'],
      ui: ['lib', 'i18n', 'app/paths'],
      lib: ['i18n'],
      i18n: ['lib'],
    },
  },
];

/** design.md §2: the directions inside the two apps; no feature imports another feature. */
export const layerDirections: Rule = {
  id: 'layers',
  find: (files) => files.flatMap((file) => problemsOf(file)),
};

function problemsOf(file: SourceFile): Problem[] {
  const app = layers.find((candidate) => file.path.startsWith(candidate.app));
  if (!app || isTest(file.path)) return [];
  const [from, feature] = file.path.slice(app.app.length).split('/');
  const may = app.may[from ?? ''];
  if (from === undefined || may === undefined) return [];
  return importsOf(file).flatMap(({ target, line }) => {
    if (!target?.startsWith(app.app)) return [];
    const rest = target.slice(app.app.length);
    const [to, other] = rest.split('/');
    if (!rest.includes('/')) return [];
    if (to === from)
      return from === 'features' && other !== feature
        ? [{ path: file.path, line, text: `no feature imports another feature (${rest})` }]
        : [];
    return may.some((folder) => rest.startsWith(`${folder}/`) || rest.startsWith(`${folder}.`))
      ? []
      : [{ path: file.path, line, text: `${from} may not import ${rest}` }];
  });
}
