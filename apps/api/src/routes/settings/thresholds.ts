import { contract } from '../implement.ts';
import { heldThresholds } from './held-thresholds.ts';

export default contract.settings.thresholds.handler(({ context }) =>
  heldThresholds(context.services.db),
);
