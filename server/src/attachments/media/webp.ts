import type { CleanImage } from './clean.js';

const headLength = 12;

/** Chunks of the WebP container that make the picture. `EXIF`, `XMP ` and all that nobody knows tell of something else. */
const needed = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);

/** Flags of `VP8X` that promise chunks which are taken out. */
const promises = 0x08 | 0x04;

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * A WebP with its picture and its colours, and nothing else.
 *
 * @returns Nothing when it is cut off or no WebP inside.
 */
export function cleanWebp(bytes: Buffer): CleanImage | undefined {
  const end = bytes.readUInt32LE(4) + 8;
  if (bytes.length < headLength + 8 || end > bytes.length) return undefined;
  const kept: Buffer[] = [];
  const sizes: Size[] = [];
  let hasPicture = false;
  for (let at = headLength; at + 8 <= end;) {
    const type = bytes.toString('latin1', at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    // Chunks begin at even places.
    const next = at + 8 + length + (length % 2);
    if (at + 8 + length > end) return undefined;
    const chunk = Buffer.from(bytes.subarray(at, Math.min(next, end)));
    const data = chunk.subarray(8, 8 + length);
    const size = sizeIn(type, data);
    if (size === 'damaged') return undefined;
    if (size) sizes.push(size);
    if (type === 'VP8X') chunk[8] = (chunk[8] ?? 0) & ~promises;
    if (needed.has(type)) kept.push(chunk);
    hasPicture ||= type === 'VP8 ' || type === 'VP8L' || type === 'ANMF';
    at = next;
  }
  if (!hasPicture || sizes.length === 0) return undefined;
  const head = Buffer.from(bytes.subarray(0, headLength));
  head.writeUInt32LE(4 + kept.reduce((length, chunk) => length + chunk.length, 0), 4);
  return {
    bytes: Buffer.concat([head, ...kept]),
    // The canvas may say less than a picture in it has.
    width: Math.max(...sizes.map(({ width }) => width)),
    height: Math.max(...sizes.map(({ height }) => height)),
  };
}

/** How large a chunk says that its picture is (RFC 9649, section 2.7 and RFC 6386, section 9.1). */
function sizeIn(type: string, data: Buffer): Size | 'damaged' | undefined {
  switch (type) {
    case 'VP8X':
      if (data.length < 10) return 'damaged';
      return { width: data.readUIntLE(4, 3) + 1, height: data.readUIntLE(7, 3) + 1 };
    case 'VP8 ':
      if (data.length < 10 || data.readUIntBE(3, 3) !== 0x9d012a) return 'damaged';
      return { width: data.readUInt16LE(6) & 0x3fff, height: data.readUInt16LE(8) & 0x3fff };
    case 'VP8L': {
      if (data.length < 5 || data[0] !== 0x2f) return 'damaged';
      const bits = data.readUInt32LE(1);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'ANMF':
      if (data.length < 16) return 'damaged';
      return { width: data.readUIntLE(6, 3) + 1, height: data.readUIntLE(9, 3) + 1 };
    default:
      return undefined;
  }
}
