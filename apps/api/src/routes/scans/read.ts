import { contract, scopeOf } from '../implement.ts';

export default contract.scans.read.handler(({ input, context }) =>
  context.services.scans.read(input.id, scopeOf(context)),
);
