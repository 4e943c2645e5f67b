import { spawn } from 'node:child_process';

// What it is sent stays in the pipe (descriptor 3), and that stays open for a while after it was killed.
spawn('sleep', ['2'], { stdio: ['ignore', 'ignore', 'ignore', 3] });
for (;;);
