import { crc32 } from 'node:zlib';
import type { CleanImage } from './clean.js';

const signatureLength = 8;

/** Chunks of the PNG specification (third edition, table 7) that say how the picture looks. All others tell of something else. */
const needed = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'cHRM', 'gAMA', 'iCCP', 'sBIT', 'sRGB', 'cICP', 'bKGD', 'pHYs']);

/**
 * A PNG with its picture and its colours, and nothing else. Of a moving one the first picture stays.
 *
 * @returns Nothing when it is cut off, when a check sum is wrong, or when it is no PNG inside.
 */
export function cleanPng(bytes: Buffer): CleanImage | undefined {
  const kept: Buffer[] = [bytes.subarray(0, signatureLength)];
  let size: { width: number; height: number } | undefined;
  let hasData = false;
  let at = signatureLength;
  for (;;) {
    if (at + 12 > bytes.length) return undefined;
    const length = bytes.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > bytes.length) return undefined;
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return undefined;
    if ((type === 'IHDR') !== (size === undefined)) return undefined;
    if (type === 'IHDR') {
      if (length !== 13) return undefined;
      size = { width: bytes.readUInt32BE(at + 8), height: bytes.readUInt32BE(at + 12) };
    }
    if (needed.has(type)) kept.push(bytes.subarray(at, end));
    hasData ||= type === 'IDAT';
    at = end;
    if (type === 'IEND') break;
  }
  return size && hasData ? { bytes: Buffer.concat(kept), ...size } : undefined;
}
