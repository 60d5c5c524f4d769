import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

export interface FaultProxy {
  readonly port: number;
  /** How many bytes of the server's answers pass from now on before every connection is cut. */
  cutAfter(bytes: number | undefined): void;
  readonly connections: number;
  stop(): Promise<void>;
}

/** A TCP proxy to a port on loopback that can cut the connection in the middle of an answer. */
export async function startProxy(targetPort: number): Promise<FaultProxy> {
  let remaining: number | undefined;
  let connections = 0;
  const open = new Set<Socket>();
  const server = createServer((client) => {
    connections++;
    const upstream = connect(targetPort, '127.0.0.1');
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        open.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.pipe(upstream);
    upstream.on('data', (chunk) => {
      if (remaining === undefined) {
        client.write(chunk);
        return;
      }
      const passed = chunk.subarray(0, remaining);
      remaining -= passed.byteLength;
      client.write(passed, () => {
        if (remaining === 0) client.resetAndDestroy();
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    cutAfter: (bytes) => {
      remaining = bytes;
    },
    get connections() {
      return connections;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}
