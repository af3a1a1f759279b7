import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A small object store that speaks as much of S3 as attachments need: objects below a path with the name of the bucket. */
export interface ObjectStore {
  url: string;
  /** What lies in it, by path. */
  objects: Map<string, Buffer>;
  /** What was asked, with the key that signed it. */
  asked: string[];
  /** Set it to answer everything with this status. */
  trouble: { status?: number };
  close: () => Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

export async function startObjectStore(): Promise<ObjectStore> {
  const objects = new Map<string, Buffer>();
  const asked: string[] = [];
  const trouble: ObjectStore['trouble'] = {};
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const [, key = ''] = /Credential=([^/]+)\//.exec(request.headers.authorization ?? '') ?? [];
    asked.push(`${request.method ?? ''} ${pathname} ${key}`);
    void bodyOf(request).then(body => {
      if (trouble.status !== undefined) return response.writeHead(trouble.status).end();
      const object = objects.get(pathname);
      switch (request.method) {
        case 'PUT':
          objects.set(pathname, body);
          return response.writeHead(200, { etag: '"1"' }).end();
        case 'DELETE':
          objects.delete(pathname);
          return response.writeHead(204).end();
        default:
          if (object) return response.writeHead(200, { 'content-length': object.length }).end(object);
          return response
            .writeHead(404, { 'content-type': 'application/xml' })
            .end('<?xml version="1.0"?><Error><Code>NoSuchKey</Code><Message>There is none.</Message></Error>');
      }
    });
  }).listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${String(port)}`,
    objects,
    asked,
    trouble,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
