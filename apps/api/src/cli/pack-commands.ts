import { Command, InvalidArgumentError, Option } from 'commander';
import { languages } from '@ippo/contracts';
import type { KeysOptions } from './keys-command.ts';
import type { VerifyOptions } from './verify-command.ts';

/** The commands about evidence packs: `verify`, `recompute` and `keys`. */
export function packCommands(): Command[] {
  const verify = onPack('verify')
    .description(
      'look whether an evidence pack is as it was signed, and by whose key (exit 1: not)',
    )
    .action(async (file: string, options: VerifyOptions) => {
      const { runVerify } = await import('./verify-command.ts');
      process.exitCode = await runVerify(file, options);
    });
  const recompute = onPack('recompute')
    .description(
      'verify a pack, then judge its evidence again (exit 1: differs, 5: other catalogue)',
    )
    .action(async (file: string, options: VerifyOptions) => {
      const { runRecompute } = await import('./recompute-command.ts');
      process.exitCode = await runRecompute(file, options);
    });
  return [verify, recompute, keys()];
}

function onPack(name: string): Command {
  return new Command(name)
    .exitOverride()
    .argument('<file>', 'the pack')
    .option(
      '--key <key>',
      'what it has to be signed by: a fingerprint, or a file with a public key',
    )
    .addOption(language());
}

function keys(): Command {
  const keys = new Command('keys')
    .exitOverride()
    .description('keys that evidence packs are signed with');
  keys
    .command('list', { isDefault: true })
    .description('print their fingerprints, with the server stopped')
    .addOption(language())
    .action(async (options: KeysOptions) => {
      const { runKeysList } = await import('./keys-command.ts');
      process.exitCode = await runKeysList(options);
    });
  keys
    .command('show [fingerprint]')
    .description('print a public key as PEM: the one in use, else that of a fingerprint')
    .action(async (fingerprint: string | undefined) => {
      const { runKeysShow } = await import('./keys-command.ts');
      process.exitCode = await runKeysShow(
        fingerprint === undefined ? undefined : hex(fingerprint),
      );
    });
  keys
    .command('rotate')
    .description('sign with another key from now on; the public key before stays')
    .addOption(language())
    .action(async (options: KeysOptions) => {
      const { runKeysRotate } = await import('./keys-command.ts');
      process.exitCode = await runKeysRotate(options);
    });
  return keys;
}

function language(): Option {
  return new Option('--lang <language>', 'language of the text').choices(languages).default('en');
}

function hex(value: string): string {
  if (/^[0-9a-f]{8,64}$/.test(value)) return value;
  throw new InvalidArgumentError('Give the fingerprint, or its first 8 digits or more.');
}
