import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { Problem } from '../problems/problem.js';

/**
 * Reads what arrives, up to a limit that depends on what it is for.
 *
 * @param most - In bytes. What says beforehand that it is larger is not read at all, and what turns out to be is not read to its end.
 * @throws Problem `too-large`.
 */
export async function readBody(body: Readable, { headers }: Pick<IncomingMessage, 'headers'>, most: number): Promise<Buffer> {
  if (Number(headers['content-length'] ?? 0) > most) throw new Problem('too-large');
  const parts: Buffer[] = [];
  let size = 0;
  // Not by `for await`, which would destroy the connection before anybody is told why.
  return new Promise((resolve, reject) => {
    const take = (part: Buffer): void => {
      size += part.length;
      if (size <= most) {
        parts.push(part);
        return;
      }
      body.off('data', take);
      body.pause();
      reject(new Problem('too-large'));
    };
    body.on('data', take);
    body.once('end', () => {
      resolve(Buffer.concat(parts));
    });
    body.once('error', reject);
    body.once('close', () => {
      reject(new Problem('invalid-request'));
    });
  });
}
