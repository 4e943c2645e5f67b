import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import express, { type Express, type RequestHandler } from 'express';
import { pino } from 'pino';
import request from 'supertest';
import { expect, test } from 'vitest';
import { lastResort } from './last-resort.ts';

/** An application whose only answer is a failure, and the messages of its log at the levels above `debug`. */
function failing(fail: RequestHandler): { app: Express; told: string[] } {
  const told: string[] = [];
  const log = pino(
    { level: 'info' },
    { write: (line) => void told.push((JSON.parse(line) as { msg: string }).msg) },
  );
  return { app: express().use(fail, lastResort(log)), told };
}

test('a failure of ours is answered without a word of it, and logged', async () => {
  const { app, told } = failing(() => {
    throw new Error('secret detail');
  });

  const answer = await request(app).get('/');

  expect([answer.status, answer.body.code]).toEqual([500, 'internal']);
  expect(answer.text).not.toMatch(/secret/);
  expect(told).toEqual(['a request failed']);
});

test('who left amid their request is no failure of ours', async () => {
  const failed = Promise.withResolvers<void>();
  const { app, told } = failing(async (_request, response, next) => {
    await once(response, 'close');
    next(new Error('there is nobody to write to'));
    failed.resolve();
  });
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const line = connect((server.address() as AddressInfo).port, '127.0.0.1');

  line.write('GET / HTTP/1.1\r\nhost: localhost\r\n\r\n');
  server.once('request', () => line.destroy());
  await failed.promise;
  server.close();

  expect(told).toEqual([]);
});

test('nor is a line that was reset, of which not even the address is known any more', async () => {
  const { app, told } = failing((request_, _response, next) => {
    Object.defineProperty(request_, 'ip', { value: undefined });
    next(new Error('whose turn is it?'));
  });

  await request(app).get('/');

  expect(told).toEqual([]);
});
