import { catalogue } from '@ippo/checks';
import { DomainError } from '@ippo/contracts';
import { loadEvidence } from '../../store/evidence.ts';
import { contract, scopeOf } from '../implement.ts';

export default contract.scans.evidence.handler(async ({ input, context }) => {
  const { services } = context;
  const check = catalogue.checks.find(({ id }) => id === input.check);
  if (!check) throw new DomainError('not-found');
  const { prunedAt } = await services.scans.read(input.id, scopeOf(context));
  if (prunedAt !== null) throw new DomainError('evidence-pruned');
  const evidence = await loadEvidence(services.db, input.id);
  if (!evidence) throw new DomainError('not-found');
  const readings = evidence.readings.filter(({ type }) => check.requires.includes(type));
  const indices = new Set(readings.flatMap((reading) => reading.calls));
  const calls = evidence.calls.flatMap((call, index) =>
    indices.has(index) ? [[String(index), call] as const] : [],
  );
  return { readings, calls: Object.fromEntries(calls) };
});
