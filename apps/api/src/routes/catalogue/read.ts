import { catalogue } from '@ippo/checks';
import { contract } from '../implement.ts';

export default contract.catalogue.handler(() => catalogue);
