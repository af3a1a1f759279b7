import { crc32, deflateSync } from 'node:zlib';

/** Files as people send them: small, and right in every byte that the server looks at. */

const ascii = (text: string): Buffer => Buffer.from(text, 'latin1');

/** A segment of a JPEG with its marker and length. */
export const segment = (marker: number, data: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
};

/** What a telephone writes into a picture: how to turn it, and where it was taken. */
export const exif = (orientation: number): Buffer => {
  const tiff = Buffer.alloc(60);
  tiff.write('II*\0', 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(1, 8);
  tiff.writeUInt16LE(0x0112, 10);
  tiff.writeUInt16LE(3, 12);
  tiff.writeUInt32LE(1, 14);
  tiff.writeUInt16LE(orientation, 18);
  tiff.write('GPS 45.4642', 26, 'latin1');
  return segment(0xe1, Buffer.concat([ascii('Exif\0\0'), tiff]));
};

interface JpegParts {
  width?: number;
  height?: number;
  segments?: Buffer[];
  after?: Buffer;
}

export function jpeg({ width = 40, height = 30, segments = [], after = Buffer.alloc(0) }: JpegParts = {}): Buffer {
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 1);
  frame.writeUInt16BE(width, 3);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.concat([ascii('JFIF\0'), Buffer.from([1, 1, 0, 0, 1, 0, 1, 0, 0])])),
    ...segments,
    segment(0xdb, Buffer.alloc(65, 1)),
    segment(0xc0, frame),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    // Coded data, with a byte that only looks like a marker and a mark that divides it.
    Buffer.from([0x12, 0x34, 0xff, 0x00, 0x56, 0xff, 0xd0, 0x78]),
    Buffer.from([0xff, 0xd9]),
    after,
  ]);
}

export function pngChunk(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(data.length);
  const body = Buffer.concat([ascii(type), data]);
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(crc32(body));
  return Buffer.concat([head, body, tail]);
}

interface PngParts {
  width?: number;
  height?: number;
  chunks?: Buffer[];
  after?: Buffer;
}

export function png({ width = 2, height = 1, chunks = [], after = Buffer.alloc(0) }: PngParts = {}): Buffer {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', header),
    ...chunks,
    pngChunk('IDAT', deflateSync(Buffer.from([0, 10, 20]))),
    pngChunk('IEND', Buffer.alloc(0)),
    after,
  ]);
}

export function webpChunk(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}

/** A WebP with a canvas, a lossless picture and what else it is given. */
export function webp({ width = 8, height = 4, chunks = [] as Buffer[] } = {}): Buffer {
  const canvas = Buffer.alloc(10);
  canvas[0] = 0x0c;
  canvas.writeUIntLE(width - 1, 4, 3);
  canvas.writeUIntLE(height - 1, 7, 3);
  const picture = Buffer.alloc(9);
  picture[0] = 0x2f;
  picture.writeUInt32LE(((width - 1) & 0x3fff) | (((height - 1) & 0x3fff) << 14), 1);
  const all = Buffer.concat([webpChunk('VP8X', canvas), webpChunk('VP8L', picture), ...chunks]);
  const head = Buffer.alloc(12);
  head.write('RIFF', 'latin1');
  head.writeUInt32LE(all.length + 4, 4);
  head.write('WEBP', 8, 'latin1');
  return Buffer.concat([head, all]);
}

export const pdf = ascii('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
export const zip = Buffer.concat([ascii('PK\u0003\u0004'), Buffer.alloc(200), ascii('PK\u0005\u0006')]);
