import type { Plugin } from 'vite';

const id = '\0ippo-no-feature-notifications';

/**
 * Leaves out the layout's drawer for AWS's own feature notifications, which nothing here opens:
 * it alone brings a drag-and-drop library into the shell.
 */
export function leanCloudscapePlugin(): Plugin {
  return {
    name: 'ippo-lean-cloudscape',
    enforce: 'pre',
    resolveId: (source) => (source.endsWith('/feature-notifications-drawer-content') ? id : null),
    load: (source) => (source === id ? 'export default () => null; export const RuntimeContentPart = () => null;' : null),
  };
}
