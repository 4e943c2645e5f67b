import { makeTestDatabase } from '../test-store.ts';
import { killAgainAndAgain } from './kill-rounds.ts';

// `node kill.ts [ROUNDS]`: on the folder, or on the server that IPPO_TEST_POSTGRES names.
const rounds = Number(process.argv[2] ?? '100');
const server = process.env['IPPO_TEST_POSTGRES'];
const database = server === undefined ? null : await makeTestDatabase(server);
const table = await killAgainAndAgain(rounds, database?.url ?? null);
await database?.drop();
process.stdout.write(`${JSON.stringify(table, null, 2)}\n`);
process.exit(table.problems.length === 0 ? 0 : 1);
