import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import { join } from 'node:path';
import { lineAt, type Problem, type Rule, type SourceFile } from './source-file.ts';

/** Every path and link in README and docs leads somewhere. */
export function livingDocs(root: string): Rule {
  return {
    id: 'living-docs',
    find: (files) =>
      files.filter(({ path }) => path.endsWith('.md')).flatMap((file) => deadLinks(root, file)),
  };
}

const link = /\]\(([^)\s]+)(?:\s+"[^"]*")?\)|<img[^>]*\ssrc="([^"]+)"/g;
const codePath = /`((?:apps|packages|docs|bench|\.ci)\/[\w./-]+)`/g;

function deadLinks(root: string, file: SourceFile): Problem[] {
  const prose = file.text.replaceAll(/```[^]*?```/g, (block) => block.replaceAll(/[^\n]/g, ' '));
  const links = [...prose.matchAll(link)].flatMap((hit): Problem[] => {
    const target = hit[1] ?? hit[2] ?? '';
    return isAlive(root, file, target)
      ? []
      : [{ path: file.path, line: lineAt(prose, hit.index), text: `dead link ${target}` }];
  });
  const paths = [...prose.matchAll(codePath)].flatMap((hit): Problem[] =>
    existsSync(join(root, hit[1] ?? ''))
      ? []
      : [{ path: file.path, line: lineAt(prose, hit.index), text: `no such path: ${hit[1]}` }],
  );
  return [...links, ...paths];
}

function isAlive(root: string, file: SourceFile, target: string): boolean {
  if (/^(?:https:|mailto:)/.test(target)) return true;
  const [path, anchor] = target.split('#');
  if (path === '') return anchors(file.text).has(anchor ?? '');
  return existsSync(join(root, posix.dirname(file.path), path ?? ''));
}

/** Anchors as GitHub makes them (lower case, punctuation dropped, spaces as hyphens), and those set by hand. */
function anchors(markdown: string): Set<string> {
  const own = [...markdown.matchAll(/<a id="([\w-]+)"><\/a>/g)].map((hit) => hit[1] ?? '');
  const headings = [...markdown.matchAll(/^#+\s+(.+)$/gm)].map((hit) => hit[1] ?? '');
  return new Set([
    ...own,
    ...headings.map((heading) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
        .trim()
        .replaceAll(/\s/g, '-'),
    ),
  ]);
}
