import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';

/** As much of a Babel path as is asked here. */
type TreePath = {
  node?: {
    type: string;
    key?: { name?: string };
    callee?: { name?: string };
  };
  parentPath?: TreePath | null;
};

const texts: readonly string[] = ['text', 'remediation', 'references'];

/** Leaves out what a check says: its texts are data, held by the catalogue's own tests, not by a verdict. */
class TextsIgnorer {
  shouldIgnore(path: TreePath): string | undefined {
    const { node } = path;
    if (node?.type === 'ObjectProperty' && texts.includes(node.key?.name ?? ''))
      return isDefineCheck(path.parentPath?.parentPath) ? 'a text of the catalogue' : undefined;
    return undefined;
  }
}

function isDefineCheck(path: TreePath | null | undefined): boolean {
  return path?.node?.type === 'CallExpression' && path.node.callee?.name === 'defineCheck';
}

/** Found by Stryker under this name. */
export const strykerPlugins = [declareClassPlugin(PluginKind.Ignore, 'texts', TextsIgnorer)];
