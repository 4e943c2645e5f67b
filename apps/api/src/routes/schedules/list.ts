import { ensureBuiltIn, listConnections } from '../../store/connections.ts';
import { listSchedules } from '../../store/schedules.ts';
import { contract, scopeOf } from '../implement.ts';
import { scheduleAsShown } from './as-shown.ts';

export default contract.schedules.list.handler(async ({ context }) => {
  const { db, now } = context.services;
  await ensureBuiltIn(db);
  const targets = (await listConnections(db, scopeOf(context))).map(({ id }) => id);
  const stored = new Map((await listSchedules(db, targets)).map((row) => [row.target, row]));
  return {
    schedules: targets.map((target) => scheduleAsShown(target, stored.get(target) ?? null, now())),
  };
});
