import { renderPolicy } from '@ippo/collectors';
import { contract } from '../implement.ts';

export default contract.policy.handler(({ input }) => ({ text: renderPolicy(input.format) }));
