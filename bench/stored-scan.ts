/** `stored-scan.ts WORLD TIMES`: writes what scans of an unchanged account cost as one line of JSON. */
import { storedScans } from '../apps/api/src/testing/stored-scans.ts';
import { latencyMs } from './scan.ts';

const [world = 'huge', times = '3'] = process.argv.slice(2);
const costs = await storedScans(world, { times: Number(times), latencyMs });
const mostMb = Math.max(...costs.slice(1).map((cost) => cost.mostMb));
console.log(JSON.stringify({ costs, mostMb }));
process.exit(0);
