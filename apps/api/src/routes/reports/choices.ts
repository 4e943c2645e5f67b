import { readChoices } from '../../reports/read-choices.ts';
import { contract, scopeOf } from '../implement.ts';

export default contract.reports.choices.handler(({ input, context }) =>
  readChoices(context.services.db, scopeOf(context), input),
);
