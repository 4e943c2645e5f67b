import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { scanReportSchema } from '@ippo/contracts';
import { afterEach, describe, expect, it } from 'vitest';
import { bareEnvironment } from '../testing/bare-environment.ts';

// Each test starts processes of its own, which a busy machine may hold up.
const program = path.join(import.meta.dirname, 'ippo.ts');
/** No credential of this machine reaches a test. */
const bare = {
  ...bareEnvironment,
  HOME: '/nonexistent',
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_REGION: 'us-east-1',
};
const keys = { AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE', AWS_SECRET_ACCESS_KEY: 'example' };

type Run = { status: number | null; stdout: string; stderr: string; milliseconds: number };

function ippo(args: string[], env: Record<string, string> = {}, stopOn?: RegExp): Promise<Run> {
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...args], { env: { ...bare, ...env } });
    let stdout = '';
    let stderr = '';
    let stopped = false;
    child.stdout.on('data', (chunk) => (stdout += String(chunk)));
    child.stderr.on('data', (chunk) => {
      stderr += String(chunk);
      if (stopOn?.test(stderr) && !stopped) stopped = child.kill('SIGINT');
    });
    child.on('close', (status) =>
      resolve({ status, stdout, stderr, milliseconds: performance.now() - started }),
    );
  });
}

describe('ippo scan', () => {
  it('writes a valid report as JSON to stdout, and progress to stderr only', async () => {
    const run = await ippo(['scan', '--simulate', 'spotless', '--format', 'json']);

    const report = scanReportSchema.parse(JSON.parse(run.stdout));

    expect(run.status).toBe(0);
    expect(report.source).toEqual({ kind: 'simulated', world: 'spotless' });
    expect(report.firstSteps).toMatchObject({ done: 6, unknown: 1, total: 7 });
    expect(report.score.value).toBe(100);
    expect(run.stderr).toContain('Reading');
  });

  it('writes readable text in Japanese', async () => {
    const run = await ippo(['scan', '--simulate', 'spotless', '--lang', 'ja']);

    expect(run.status).toBe(0);
    expect(run.stdout).toContain('はじめの一歩：7 つのうち 6 つ完了');
    expect(run.stdout).toContain('シミュレーション用アカウント');
  });

  it('writes the report to a file and leaves stdout empty', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'ippo-'));
    const file = path.join(folder, 'report.json');

    const run = await ippo(['scan', '--simulate', 'spotless', '--format', 'json', '--out', file]);

    expect(run).toMatchObject({ status: 0, stdout: '' });
    expect(scanReportSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).account).toMatch(
      /^\d{12}$/,
    );
    rmSync(folder, { recursive: true });
  });

  it('ends quietly where its reader closes the pipe', async () => {
    const command = `"${process.execPath}" "${program}" scan --simulate spotless --format json | head -1`;

    const run = await new Promise<Run>((resolve) => {
      const child = spawn('sh', ['-c', command], { env: bare });
      let stderr = '';
      child.stderr.on('data', (chunk) => (stderr += String(chunk)));
      child.on('close', (status) => resolve({ status, stdout: '', stderr, milliseconds: 0 }));
    });

    expect(run.stderr).not.toContain('EPIPE');
  });

  it('names an unknown check as unknown, also where a part of it waits for another', async () => {
    const run = await ippo(['scan', '--simulate', 'acme-demo']);

    expect(run.stdout).toContain('Unknown · Medium · ');
    expect(run.stdout).not.toMatch(/Fail[^\n]*\[gd-findings\]/);
    expect(run.stdout).toContain('[org-env-separation]');
  });

  it('keeps the units of a region that is left out, as not asked', async () => {
    const args = ['scan', '--simulate', 'spotless', '--format', 'json', '--regions', 'us-east-1'];

    const run = await ippo(args);

    const report = scanReportSchema.parse(JSON.parse(run.stdout));
    const recording = report.checks.find((check) => check.id === 'cfg-recording');
    expect(run.status).toBe(0);
    expect(recording?.outcome).toBe('unknown');
    expect(recording?.findings.filter((finding) => finding.outcome === 'unknown')).toHaveLength(16);
    expect(new Set(report.unreadable.map((item) => item.reason))).toEqual(new Set(['not-asked']));
  });

  it('exits 1 where a critical check is not met, and 0 without --fail-on', async () => {
    const plain = await ippo(['scan', '--simulate', 'wide-open']);
    const strict = await ippo(['scan', '--simulate', 'wide-open', '--fail-on', 'critical']);

    expect(plain.status).toBe(0);
    expect(strict.status).toBe(1);
  });

  it('counts unknown against --fail-on unless it is allowed', async () => {
    const args = ['scan', '--simulate', 'read-refused', '--fail-on', 'low'];

    const strict = await ippo(args);
    const lenient = await ippo([...args, '--allow-unknown']);

    expect(strict.status).toBe(1);
    expect(lenient.status).toBe(0);
  });

  it('exits 4 with what it has when it is cancelled', async () => {
    const args = ['scan', '--simulate', 'spotless', '--latency', '1500', '--format', 'json'];

    const run = await ippo(args, {}, /Reading [1-9]/);

    const report = scanReportSchema.parse(JSON.parse(run.stdout));
    expect(run.status).toBe(4);
    expect(report.ended).toBe('cancelled');
    expect(report.score.value).toBeNull();
  });

  it.each([
    [['scan', '--format', 'xml'], '--format'],
    [['scan', '--simulate', 'no-such-world'], 'no-such-world'],
    [['scan', '--regions', 'tokyo'], 'tokyo'],
    [['scan', '--nonsense'], '--nonsense'],
    [['scan', '--simulate', 'spotless', '--out', path.join(program, 'report.json')], 'ENOTDIR'],
    [['scan', '--role', 'arn:aws:iam::111122223333:role/ippo-x'], '--external-id'],
    [['scan', '--role', 'arn:aws:iam::111122223333:role/x', '--external-id', 'ab'], 'ippo-*'],
    [['fly'], 'fly'],
  ])('exits 2 on bad usage: %j', async (args, named) => {
    const run = await ippo(args);

    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toContain(named);
  });

  it('exits 2 with one line where a setting is wrong', async () => {
    const run = await ippo(['scan', '--simulate', 'spotless'], { IPPO_PORT: 'eighty' });

    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
    expect(run.stderr).toContain('IPPO_PORT');
  });
});

describe('what a scan leaves behind', () => {
  it('gives the same report from the evidence, byte for byte', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'ippo-'));
    const file = path.join(folder, 'evidence.json');

    const scan = await ippo([
      ...['scan', '--simulate', 'data-events-only', '--format', 'json'],
      ...['--evidence', file],
    ]);
    const again = await ippo(['judge', file, '--format', 'json']);

    expect(again).toMatchObject({ status: 0, stderr: '' });
    expect(again.stdout).toBe(scan.stdout);
    rmSync(folder, { recursive: true });
  });

  it('gives the same verdicts from a recording', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'ippo-'));
    const file = path.join(folder, 'wire.jsonl');

    const scan = await ippo([
      ...['scan', '--simulate', 'sample-findings', '--format', 'json'],
      ...['--record', file],
    ]);
    const replay = await ippo(['scan', '--replay', file, '--format', 'json']);

    const verdicts = ({ stdout }: Run) =>
      scanReportSchema.parse(JSON.parse(stdout)).checks.map(({ id, outcome, reason }) => ({
        id,
        outcome,
        code: reason.code,
      }));
    expect(replay.status).toBe(0);
    expect(verdicts(replay)).toEqual(verdicts(scan));
    expect(readFileSync(file, 'utf8')).not.toContain('@example.com');
    rmSync(folder, { recursive: true });
  });

  it.each([
    [['judge', '/nonexistent.json'], 'nonexistent'],
    [['judge', program], 'not JSON'],
    [['judge', path.join(import.meta.dirname, '../../package.json')], 'no evidence'],
    [['scan', '--replay', program], '--replay'],
    [['scan', '--simulate', 'spotless', '--replay', program], '--simulate'],
  ])('refuses what is no evidence and no recording: %j', async (args, named) => {
    const run = await ippo(args);

    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toContain(named);
  });
});

describe('ippo preflight', () => {
  it('names each missing permission and the checks that it opens', async () => {
    const run = await ippo(['preflight', '--simulate', 'read-refused']);

    expect(run.status).toBe(0);
    expect(run.stdout).toContain('iam:GetAccountSummary');
    expect(run.stdout).toContain('root-mfa');
  });

  it('finds every permission granted in an account that answers everything', async () => {
    const run = await ippo(['preflight', '--simulate', 'spotless', '--format', 'json']);

    const { permissions } = JSON.parse(run.stdout) as { permissions: { result: string }[] };
    expect(permissions.length).toBeGreaterThan(30);
    expect(permissions.filter(({ result }) => result === 'refused')).toEqual([]);
  });
});

describe('an account that cannot be reached', () => {
  let server: Server | undefined;

  afterEach(() => {
    server?.close();
    server = undefined;
  });

  it('exits 3 within 30 s and says what to do where no credentials are found', async () => {
    const run = await ippo(['scan']);

    expect(run).toMatchObject({ status: 3, stdout: '' });
    expect(run.stderr).toContain('aws sso login');
    expect(run.milliseconds).toBeLessThan(30_000);
  });

  it('exits 3 where AWS says that the token expired, in the language asked for', async () => {
    const body = `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>ExpiredToken</Code><Message>The security token included in the request is expired</Message></Error><RequestId>1</RequestId></ErrorResponse>`;
    server = createServer((_request, response) => {
      response.writeHead(403, { 'content-type': 'text/xml' }).end(body);
    });
    await new Promise<void>((listening) => server?.listen(0, '127.0.0.1', () => listening()));
    const { port } = server.address() as AddressInfo;

    const run = await ippo(['scan', '--lang', 'ja'], {
      ...keys,
      AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
    });

    expect(run).toMatchObject({ status: 3, stdout: '' });
    expect(run.stderr).toContain('サインインし直してから');
  });

  it('exits 3 where nothing listens', async () => {
    const run = await ippo(['scan'], { ...keys, AWS_ENDPOINT_URL: 'http://127.0.0.1:9' });

    expect(run).toMatchObject({ status: 3, stdout: '' });
    expect(run.stderr).toContain('AWS could not be reached');
    expect(run.milliseconds).toBeLessThan(30_000);
  });
});

describe('ippo policy', () => {
  it('prints a policy document that allows reads only', async () => {
    const run = await ippo(['policy', '--format', 'json']);

    const text = run.stdout;
    expect(run.status).toBe(0);
    expect(JSON.parse(text)).toMatchObject({ Version: '2012-10-17' });
    expect(text).toContain('cloudtrail:DescribeTrails');
    expect(text).not.toMatch(/"\*:\*"|iam:\*|:Put|:Create|:Delete|:Update/);
  });

  it.each(['cloudformation', 'terraform'])('prints it as %s', async (format) => {
    const run = await ippo(['policy', '--format', format]);

    expect(run.status).toBe(0);
    expect(run.stdout).toContain('guardduty:ListDetectors');
  });
});
