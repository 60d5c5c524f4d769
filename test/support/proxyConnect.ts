import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { connect } from 'node:net';

export interface ForwardProxy {
  readonly url: string;
  /** What clients asked for: `CONNECT host:port` or `GET http://...`, and their proxy credential. */
  readonly asked: { readonly line: string; readonly authorization: string | undefined }[];
  /** Refuses what comes with this status. */
  refuse: number | undefined;
  stop(): Promise<void>;
}

/** An HTTP forward proxy that leads every host name to this machine. */
export async function startForwardProxy(): Promise<ForwardProxy> {
  const open = new Set<Socket>();
  const server = createServer((request, response) => {
    proxy.asked.push({
      line: `${request.method ?? ''} ${request.url ?? ''}`,
      authorization: request.headers['proxy-authorization'],
    });
    const target = new URL(request.url ?? '');
    const onward = httpRequest(
      {
        host: '127.0.0.1',
        port: target.port,
        path: target.pathname,
        method: request.method,
        headers: request.headers,
      },
      (answer) => {
        response.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(response);
      },
    );
    request.pipe(onward);
  });
  server.on('connection', (socket: Socket) => open.add(socket));
  server.on('connect', (request, client: Socket) => {
    proxy.asked.push({
      line: `CONNECT ${request.url ?? ''}`,
      authorization: request.headers['proxy-authorization'],
    });
    client.on('error', () => client.destroy());
    if (proxy.refuse !== undefined) {
      client.end(`HTTP/1.1 ${proxy.refuse} No\r\ncontent-length: 0\r\n\r\n`);
      return;
    }
    const upstream = connect(Number((request.url ?? '').split(':').at(-1)), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      client.pipe(upstream).pipe(client);
    });
    open.add(upstream);
    upstream.on('error', () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const proxy: ForwardProxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: [],
    refuse: undefined,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
  return proxy;
}
