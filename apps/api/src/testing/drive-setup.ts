import { issueSetupToken } from '../auth/setup-token.ts';
import { password, type TestInstall } from './test-install.ts';
import type { Last } from './write-drives.ts';

/** Setup is driven before anybody owns the install. */
export async function driveSetup({ services }: TestInstall): Promise<Last> {
  const token = await issueSetupToken(services.db, services.now());
  return { body: { token, name: 'Aiko', email: 'aiko@example.com', password } };
}
