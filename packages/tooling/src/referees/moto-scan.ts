import { join } from 'node:path';
import { scanReportSchema, type ScanReport } from '@ippo/contracts';
import { runStep } from '../run-step.ts';
import { credentials, home } from './moto-client.ts';

/** How a program that speaks to AWS is pointed at the emulator; the AWS CLI knows its region by another name. */
export function motoEnvironment(url: string) {
  return {
    AWS_ENDPOINT_URL: url,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_REGION: home,
    AWS_DEFAULT_REGION: home,
    AWS_EC2_METADATA_DISABLED: 'true',
  };
}

/** Scans the emulator with our command line, in all its regions or in one. */
export async function scanMoto(root: string, url: string, region?: string): Promise<ScanReport> {
  const node = join(root, 'node_modules/.bin/node');
  const scope = region === undefined ? [] : ['--regions', region];
  const { ok, output, stdout } = await runStep(
    {
      name: 'scan',
      command: [node, 'apps/api/src/cli/ippo.ts', 'scan', '--format', 'json', ...scope],
      env: motoEnvironment(url),
    },
    root,
  );
  if (!ok) throw new Error(`the scan of moto ended badly:\n${output.slice(-4000)}`);
  return scanReportSchema.parse(JSON.parse(stdout));
}
