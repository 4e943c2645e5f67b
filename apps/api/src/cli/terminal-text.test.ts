import { expect, it } from 'vitest';
import { terminalText } from './terminal-text.ts';

it('shows escape sequences and direction marks as codes, and keeps lines and other scripts', () => {
  const text = terminalText('a\u001b[2Jb\u202ec\nユーザー😀');

  expect(text).toBe('a\\u{1b}[2Jb\\u{202e}c\nユーザー😀');
});
