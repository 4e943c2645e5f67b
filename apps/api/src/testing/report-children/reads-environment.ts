import { createWriteStream } from 'node:fs';
import process from 'node:process';

// Tells what it was given to see, and how much came over.
let characters = 0;
process.on('message', (message: { kind: string; facts?: [string, string][] }) => {
  for (const [, body] of message.facts ?? []) characters += body.length;
  if (message.kind !== 'go') return;
  process.send?.({ kind: 'begun', fileName: 'seen.json', mediaType: 'application/json' });
  const names = Object.keys(process.env);
  const out = createWriteStream('', { fd: 4 });
  out.end(JSON.stringify({ names, characters }), () => process.exit(0));
});
