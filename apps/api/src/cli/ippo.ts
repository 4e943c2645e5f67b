#!/usr/bin/env node
import { Command, InvalidArgumentError, Option } from 'commander';
import { renderPolicy } from '@ippo/collectors';
import { languages, severities } from '@ippo/contracts';
import { processRoles, type ProcessRole } from '../config.ts';
import type { BackupOptions } from './backup-command.ts';
import type { AuditVerifyOptions } from './audit-command.ts';
import type { ExportOptions, ImportOptions } from './exceptions-command.ts';
import { exitCodes } from './exit-code.ts';
import { explain } from './explain.ts';
import { exportCommand, type ReportExportOptions } from './export-options.ts';
import { runJudge } from './judge-command.ts';
import { packCommands } from './pack-commands.ts';
import { runPreflight, type PreflightOptions } from './preflight-command.ts';
import type { ReportOptions } from './report-output.ts';
import { runScan, type ScanOptions } from './scan-command.ts';
import type { SecretsOptions } from './secrets-command.ts';
import type { ResetOptions, UserOptions } from './user-command.ts';
import { version } from '../version.ts';

const program = new Command('ippo')
  .description('The first steps of AWS security, read and judged')
  .version(version)
  .exitOverride();

const profile = new Option('--profile <name>', 'profile of the AWS configuration');
const role = new Option('--role <arn>', 'read another account through this role');
const externalId = new Option('--external-id <id>', 'what the role asks for');
const simulate = new Option('--simulate <world>', 'a simulated account instead of AWS');
const latency = new Option(
  '--latency <ms>',
  'let each call to a simulated account take so long',
).argParser(milliseconds);
const replay = new Option('--replay <file>', 'a recording instead of AWS');
const language = new Option('--lang <language>', 'language of the text')
  .choices(languages)
  .default('en');
const format = new Option('--format <format>', 'json, else readable text').choices(['json']);
const out = new Option('--out <file>', 'write to a file instead of stdout');
const failOn = new Option(
  '--fail-on <severity>',
  'exit 1 when a check of it or worse is not met',
).choices(severities);
const allowUnknown = new Option(
  '--allow-unknown',
  'with --fail-on: unknown does not count',
).default(false);

program
  .command('scan')
  .description('read an account, judge it, write the report to stdout')
  .option('--regions <names...>', 'ask only these Regions; the others stay unknown', regionNames)
  .addOption(profile)
  .addOption(role)
  .addOption(externalId)
  .addOption(simulate)
  .addOption(latency)
  .addOption(replay)
  .option('--record <file>', 'keep what AWS answered, masked, for --replay')
  .option('--evidence <file>', 'keep the evidence, for “ippo judge”')
  .addOption(language)
  .addOption(format)
  .addOption(out)
  .addOption(failOn)
  .addOption(allowUnknown)
  .action(async (options: ScanOptions) => {
    process.exitCode = await runScan(options);
  });

program
  .command('judge <evidence>')
  .description('judge the evidence of an earlier scan again, without AWS')
  .addOption(language)
  .addOption(format)
  .addOption(out)
  .addOption(failOn)
  .addOption(allowUnknown)
  .action(async (evidence: string, options: ReportOptions) => {
    process.exitCode = await runJudge(evidence, options);
  });

program
  .command('preflight')
  .description('try each permission once, and say which are missing and what they open')
  .addOption(profile)
  .addOption(role)
  .addOption(externalId)
  .addOption(simulate)
  .addOption(latency)
  .addOption(replay)
  .addOption(language)
  .addOption(format)
  .addOption(out)
  .action(async (options: PreflightOptions) => {
    process.exitCode = await runPreflight(options);
  });

program
  .command('policy')
  .description('print the least-privilege policy that a scan needs')
  .addOption(
    new Option('--format <format>', 'as a policy document, a template or HCL')
      .choices(['json', 'cloudformation', 'terraform'] as const)
      .default('json' as const),
  )
  .action(({ format }: { format: 'json' | 'cloudformation' | 'terraform' }) => {
    process.stdout.write(`${renderPolicy(format).trimEnd()}\n`);
  });

program
  .command('serve')
  .description('start the dashboard on this machine')
  .addOption(
    new Option(
      '--role <role>',
      'serve people, do the work, or both; several need PostgreSQL',
    ).choices(processRoles),
  )
  .action(async (options: { role?: ProcessRole }) => {
    const { serve } = await import('../server/serve.ts');
    await serve(options);
  });

const passphraseFile = new Option(
  '--passphrase-file <file>',
  'file that holds the passphrase; else it is asked for',
);

program
  .command('backup <file>')
  .description('write everything that this install keeps to one encrypted file (stop it first)')
  .addOption(passphraseFile)
  .action(async (file: string, options: BackupOptions) => {
    const { runBackup } = await import('./backup-command.ts');
    process.exitCode = await runBackup(file, options);
  });

program
  .command('restore <file>')
  .description('put a backup into an empty folder (IPPO_DATA_DIR) or database (DATABASE_URL)')
  .addOption(passphraseFile)
  .action(async (file: string, options: BackupOptions) => {
    const { runRestore } = await import('./backup-command.ts');
    process.exitCode = await runRestore(file, options);
  });

program.addCommand(
  exportCommand()
    .exitOverride()
    .action(async (options: ReportExportOptions) => {
      const { runExport } = await import('./export-command.ts');
      process.exitCode = await runExport(options);
    }),
);

for (const command of packCommands()) program.addCommand(command);

const user = program.command('user').description('people of this install, with the server stopped');

user
  .command('list')
  .description('print who may sign in')
  .addOption(language)
  .action(async (options: UserOptions) => {
    const { runUserList } = await import('./user-command.ts');
    process.exitCode = await runUserList(options);
  });

user
  .command('reset <email>')
  .description('print a link by which somebody sets a new password, once, within an hour')
  .option('--remove-second-factor', 'also remove the authenticator app and the passkeys', false)
  .addOption(language)
  .action(async (email: string, options: ResetOptions) => {
    const { runUserReset } = await import('./user-command.ts');
    process.exitCode = await runUserReset(email, options);
  });

program
  .command('audit')
  .description('the audit log of this install')
  .command('verify')
  .description('look along its chain and name the first row that does not fit (exit 1)')
  .option('--head <hash>', 'hash of a last row that was kept elsewhere', sha256Hash)
  .addOption(language)
  .action(async (options: AuditVerifyOptions) => {
    const { runAuditVerify } = await import('./audit-command.ts');
    process.exitCode = await runAuditVerify(options);
  });

const exceptionFiles = program
  .command('exceptions')
  .description('accepted risks as a YAML file, with the server stopped');

exceptionFiles
  .command('export <file>')
  .description('write what holds or waits for approval')
  .addOption(language)
  .action(async (file: string, options: ExportOptions) => {
    const { runExceptionsExport } = await import('./exceptions-command.ts');
    process.exitCode = await runExceptionsExport(file, options);
  });

exceptionFiles
  .command('import <file>')
  .description('take a file in, all of it or, where a line is wrong, nothing (exit 1)')
  .requiredOption('--as <email>', 'the owner or operator who accepts these risks')
  .option('--dry-run', 'say what would come of it, and change nothing', false)
  .addOption(language)
  .action(async (file: string, options: ImportOptions) => {
    const { runExceptionsImport } = await import('./exceptions-command.ts');
    process.exitCode = await runExceptionsImport(file, options);
  });

program
  .command('secrets <folder>')
  .description('make the secrets that several processes share; what is there stays as it is')
  .option(
    '--database-host <host>',
    'also a password for PostgreSQL there (host or host:port), and its address',
    hostAndPort,
  )
  .action(async (folder: string, options: SecretsOptions) => {
    const { runSecrets } = await import('./secrets-command.ts');
    process.exitCode = await runSecrets(folder, options);
  });

function hostAndPort(value: string): string {
  if (/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/i.test(value)) return value;
  throw new InvalidArgumentError('Give a host, or host:port.');
}

function sha256Hash(value: string): string {
  if (!/^[0-9a-f]{64}$/.test(value))
    throw new InvalidArgumentError('Give the 64 hexadecimal digits that an earlier run printed.');
  return value;
}

function regionNames(value: string, before: string[] | undefined): string[] {
  const names = value.split(',').filter((name) => name !== '');
  const wrong = names.find((name) => !/^[a-z]{2,}(-[a-z]+)+-\d+$/.test(name));
  if (wrong !== undefined || names.length === 0)
    throw new InvalidArgumentError(`“${wrong ?? value}” is not a Region code such as eu-west-1.`);
  return [...(before ?? []), ...names];
}

function milliseconds(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 0 || number > 60_000)
    throw new InvalidArgumentError('Give whole milliseconds from 0 to 60000.');
  return number;
}

// A reader that has seen enough (“| head”) closes the pipe: that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? exitCodes.ok : exitCodes.defect);
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = explain(error);
}
// Sockets kept alive and timers of refused calls must not hold a finished command.
if (process.argv[2] !== 'serve') process.exit();
