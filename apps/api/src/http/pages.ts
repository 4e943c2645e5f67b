import { existsSync } from 'node:fs';
import path from 'node:path';
import express, { Router } from 'express';
import { compressedAssets } from './compressed-assets.ts';

const notBuilt = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Ippo</title>
<h1>The pages are not built yet</h1><p>Stop this process and run <code>npx -y pnpm start</code>, which builds them.</p>
<p lang="ja">画面がまだビルドされていません。いったん終了し、<code>npx -y pnpm start</code> を実行してください。</p></html>`;

/** The built pages: hashed files for good, `index.html` for every address of the app. */
export function pages(folder: string): Router {
  const router = Router();
  const index = path.join(folder, 'index.html');
  const assets = path.join(folder, 'assets');
  router.use(
    '/assets',
    compressedAssets(assets),
    express.static(assets, { immutable: true, maxAge: '1y', index: false }),
  );
  router.use(express.static(folder, { index: false, maxAge: 0, dotfiles: 'ignore' }));
  router.get('/{*address}', (request, response, next) => {
    if (/\.\w+$/.test(request.path)) return next();
    response.set('cache-control', 'no-cache');
    if (existsSync(index)) response.sendFile(index);
    else response.status(503).type('html').send(notBuilt);
  });
  return router;
}
