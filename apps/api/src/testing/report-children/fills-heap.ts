import process from 'node:process';

process.on('message', (message: { kind: string }) => {
  if (message.kind !== 'go') return;
  const held: unknown[] = [];
  for (;;) held.push({ some: { objects: [held.length] } });
});
