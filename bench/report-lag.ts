/** `report-lag.ts USERS`: writes what making each report costs the server as one line of JSON. */
import { reportLags } from '../apps/api/src/testing/report-lag.ts';

const [users = '20000'] = process.argv.slice(2);
console.log(JSON.stringify(await reportLags(Number(users))));
process.exit(0);
