import { may } from '@ippo/contracts';
import { tableFormats } from '@ippo/reports';
import { exportTables } from '../../exports/tables.gen.ts';
import { contract, signedIn } from '../implement.ts';

export default contract.exports.list.handler(({ context }) => {
  const { role } = signedIn(context);
  return {
    tables: exportTables
      .filter(({ permission }) => may(role, permission))
      .map(({ id, title }) => ({ id, title })),
    formats: tableFormats.map(({ id, label, extension }) => ({ id, label, extension })),
  };
});
