import path from 'node:path';

/**
 * What `.dockerignore` leaves out, for a path below the context. It knows the forms that ours uses;
 * an exception (`!`) throws.
 */
export function leftOut(ignoreFile: string): (name: string) => boolean {
  const patterns = ignoreFile
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const odd = patterns.find((pattern) => /[!?[\]{}\\]/.test(pattern));
  if (odd !== undefined) throw new Error(`.dockerignore: not handled: ${odd}`);
  return (name) => {
    const parts = name.split('/');
    const itself = parts.map((_part, index) => parts.slice(0, index + 1).join('/'));
    return itself.some((part) => patterns.some((pattern) => path.posix.matchesGlob(part, pattern)));
  };
}
