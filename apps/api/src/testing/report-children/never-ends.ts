import process from 'node:process';

// Says nothing and waits: only a signal ends it.
process.on('message', () => {});
setInterval(() => {}, 1_000);
