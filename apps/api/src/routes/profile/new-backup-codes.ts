import { factorProblem } from '../../auth/factor-problem.ts';
import { requireOwnPassword } from '../../auth/own-password.ts';
import { recordInAuditLog } from '../../store/audit.ts';
import { contract, signedIn } from '../implement.ts';

export default contract.profile.newBackupCodes.handler(async ({ input, context }) => {
  const { services, headers } = context;
  const { auth, db } = services;
  const { userId } = signedIn(context);
  const at = services.now();
  const { password } = input;
  await requireOwnPassword(services, userId, password, at);
  const { backupCodes } = await auth.api
    .generateBackupCodes({ body: { password }, headers })
    .catch(factorProblem);
  await recordInAuditLog(db, { at, actor: userId, action: 'backup-codes.made', subject: userId });
  return { backupCodes };
});
