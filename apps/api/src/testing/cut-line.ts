import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';

/** A line to a PostgreSQL server that a test may cut and mend. */
export type CutLine = {
  /** The address of the same database through this line. */
  url: string;
  /** Ends every connection, and refuses new ones until it is mended. */
  cut(): Promise<void>;
  mend(): Promise<void>;
  /** Ends each connection over which this text is sent, before it arrives; null to end none. */
  cutAt(text: string | null): void;
  /** How many connections a text ended so far. */
  cuts(): number;
  close(): Promise<void>;
};

/** Opens a line to the database of an address; a socket in a folder of its own, so no port is taken. */
export async function openCutLine(url: string): Promise<CutLine> {
  const { host, port } = new pg.Client({ connectionString: url });
  const folder = mkdtempSync(path.join(tmpdir(), 'ippo-line-'));
  const through = new URL(url);
  through.searchParams.set('host', folder);
  through.searchParams.set('port', '5432');
  const open = new Set<Socket>();
  let end: string | null = null;
  let cuts = 0;
  let server: Server | null = null;

  function pass(near: Socket): void {
    const far = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('error', () => {});
      socket.once('close', () => {
        open.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.on('data', (bytes) => {
      if (end === null || !bytes.includes(end)) return void far.write(bytes);
      cuts += 1;
      near.destroy();
    });
    far.pipe(near);
  }

  async function mend(): Promise<void> {
    if (server) return;
    const opened = createServer(pass);
    server = opened;
    await new Promise<void>((done) =>
      opened.listen(path.join(folder, '.s.PGSQL.5432'), () => done()),
    );
  }

  async function cut(): Promise<void> {
    const closing = server;
    server = null;
    const closed = new Promise<void>((done) => void closing?.close(() => done()));
    for (const socket of open) socket.destroy();
    if (closing) await closed;
  }

  await mend();
  return {
    ...{ url: through.href, cut, mend },
    cutAt: (text) => void (end = text),
    cuts: () => cuts,
    async close() {
      await cut();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
