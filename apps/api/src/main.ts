import { serve } from './server/serve.ts';

// Importing this file starts the server: `ippo serve` does no more than that.
await serve();
