import { describe, expect, test } from 'vitest';
import { openLog } from './log.ts';

function logged(level: 'info' | 'debug', work: (log: ReturnType<typeof openLog>) => void): string {
  let lines = '';
  work(openLog(level, { write: (line) => void (lines += line) }));
  return lines;
}

describe('a log at level info', () => {
  test.each([
    ['an account id', { account: '111122223333' }, '111122223333'],
    ['an ARN', { arn: 'arn:aws:iam::111122223333:role/ippo-reader' }, 'ippo-reader'],
    ['an ARN of another partition', { arn: 'arn:aws-us-gov:s3:::my-bucket' }, 'my-bucket'],
    ['an e-mail address', { who: 'aiko+x@example.co.jp' }, 'aiko'],
    ['a Japanese e-mail address', { who: '愛子@example.co.jp' }, '愛子'],
    ['an access key', { key: 'AKIAIOSFODNN7EXAMPLE' }, 'IOSFODNN7'],
    ['a token', { url: `/setup#token=${'aB3-'.repeat(11)}` }, 'aB3-'],
    ['a session cookie', { cookie: `ippo.session_token=${'x'.repeat(50)}` }, 'xxx'],
    [
      'the values of a failed query',
      { err: new Error('Failed query: insert into users\nparams: 愛子,"quoted",secret') },
      '愛子',
    ],
    [
      'what the database says of a row',
      { err: Object.assign(new Error('x'), { detail: 'Key (name)=(愛子) exists.' }) },
      '愛子',
    ],
  ])('does not show %s', (_name, what, secret) => {
    const lines = logged('info', (log) => log.info(what, 'it happened'));

    expect(lines).not.toContain(secret);
    expect(JSON.parse(lines)).toMatchObject({ level: 30, msg: 'it happened' });
  });

  test('keeps what helps: ids of scans, frames of a stack, times, the query itself', () => {
    const scan = '0f8fad5b-d9cb-469f-a165-70867728950e';
    const err = new Error('Failed query: select $1\nparams: 愛子');

    const lines = logged('info', (log) => log.error({ scan, err }, 'a scan failed'));

    const line = JSON.parse(lines);
    expect(line).toMatchObject({ scan, err: { message: 'Failed query: select $1\nparams: …' } });
    expect(line.err.stack).toMatch(/params: …\n {4}at .*log\.test\.ts/);
    expect(Math.abs(Date.now() - line.time)).toBeLessThan(10_000);
  });
});

test('a log at level debug shows everything, as it is asked for to look into one account', () => {
  const lines = logged('debug', (log) => log.debug({ account: '111122223333' }));

  expect(lines).toContain('111122223333');
});
