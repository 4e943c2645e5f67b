import { createWriteStream } from 'node:fs';
import process from 'node:process';

// Writes the beginning of a file, then dies.
process.on('message', (message: { kind: string }) => {
  if (message.kind !== 'go') return;
  process.send?.({ kind: 'begun', fileName: 'half.json', mediaType: 'application/json' }, () => {
    const out = createWriteStream('', { fd: 4 });
    out.write('{"half":', () => process.kill(process.pid, 'SIGSEGV'));
  });
});
