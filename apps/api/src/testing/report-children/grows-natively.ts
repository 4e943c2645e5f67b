import process from 'node:process';
import { keepWithinMemory } from '../../reports/child/keep-within.ts';

keepWithinMemory();

// Outside JavaScript's heap, and without ever giving the event loop a turn: as native code does.
process.on('message', (message: { kind: string }) => {
  if (message.kind !== 'go') return;
  const held: Buffer[] = [];
  for (;;) held.push(Buffer.alloc(8 * 2 ** 20, 1));
});
