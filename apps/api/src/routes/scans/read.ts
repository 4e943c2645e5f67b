import { contract } from '../implement.ts';

export default contract.scans.read.handler(({ input, context: { services } }) =>
  services.scans.read(input.id),
);
