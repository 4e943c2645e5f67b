// The script that every page needs before its own: the entry, what it imports, and one language.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const budget = 230 * 1024;
const dist = join(import.meta.dirname, '../dist');
const assets = join(dist, 'assets');
const html = readFileSync(join(dist, 'index.html'), 'utf8');
const found = new Set();

function text(name) {
  return readFileSync(join(assets, name), 'utf8');
}

function follow(name) {
  if (found.has(name)) return;
  found.add(name);
  for (const [, next] of text(name).matchAll(/(?:from|import)\s*"\.\/([\w.-]+\.js)"/g))
    follow(next);
}

for (const [, name] of html.matchAll(/assets\/([\w.-]+\.js)/g)) follow(name);
// One language's texts are part of it: Cloudscape's own, and those of the frame, which name the overview.
for (const name of readdirSync(assets))
  if (
    name.startsWith('all.ja-') ||
    (name.startsWith('ja-') && text(name).includes('shell.overview'))
  )
    follow(name);
const sizes = [...found].map((name) => [name, gzipSync(readFileSync(join(assets, name))).length]);
const total = sizes.reduce((sum, [, size]) => sum + size, 0);
for (const [name, size] of sizes)
  console.log(`${(size / 1024).toFixed(1).padStart(7)} KB  ${name}`);
console.log(`${(total / 1024).toFixed(1).padStart(7)} KB  shell, of ${budget / 1024} KB`);
process.exitCode = total <= budget ? 0 : 1;
