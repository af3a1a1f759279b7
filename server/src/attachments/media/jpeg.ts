import type { CleanImage } from './clean.js';
import { orientationOf, orientationSegment } from './orientation.js';

/** Markers of ITU T.81, table B.1. */
const marker = { app0: 0xe0, app1: 0xe1, app2: 0xe2, app14: 0xee, app15: 0xef, comment: 0xfe, end: 0xd9, scan: 0xda } as const;

/** Begins of frames: all of C0 to CF that are not tables (C4), arithmetic conditioning (CC) or reserved (C8). */
const isFrame = (code: number): boolean => code >= 0xc0 && code <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(code);

const iccProfile = 'ICC_PROFILE\0';

/**
 * A JPEG with its picture, its colours and the way in which it is to be turned, and nothing else.
 *
 * @returns Nothing when it is cut off or no JPEG inside.
 */
export function cleanJpeg(bytes: Buffer): CleanImage | undefined {
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  let size: { width: number; height: number } | undefined;
  let hasScan = false;
  let at = 2;
  for (;;) {
    // Any number of FF may stand before a marker (B.1.1.2).
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1;
    const code = bytes[at + 1];
    if (bytes[at] !== 0xff || code === undefined) return undefined;
    if (code === marker.end) break;
    if (at + 4 > bytes.length) return undefined;
    const length = bytes.readUInt16BE(at + 2);
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) return undefined;
    const segment = bytes.subarray(at, end);
    if (isFrame(code)) {
      if (length < 8) return undefined;
      const frame = { height: segment.readUInt16BE(5), width: segment.readUInt16BE(7) };
      // One file may hold one picture.
      if (size) return undefined;
      size = frame;
    }
    const turned = code === marker.app1 ? orientationOf(segment.subarray(4)) : undefined;
    if (turned !== undefined) kept.push(orientationSegment(turned));
    else if (isNeeded(code, segment)) kept.push(segment);
    at = end;
    if (code !== marker.scan) continue;
    if (!size) return undefined;
    hasScan = true;
    const next = endOfScan(bytes, at);
    if (next === undefined) return undefined;
    kept.push(bytes.subarray(at, next));
    at = next;
  }
  if (!size || !hasScan) return undefined;
  kept.push(Buffer.from([0xff, marker.end]));
  return { bytes: Buffer.concat(kept), ...size };
}

function isNeeded(code: number, segment: Buffer): boolean {
  if (code === marker.comment) return false;
  if (code < marker.app0 || code > marker.app15) return true;
  if (code === marker.app0) return segment.toString('latin1', 4, 9) === 'JFIF\0';
  if (code === marker.app2) return segment.toString('latin1', 4, 4 + iccProfile.length) === iccProfile;
  return code === marker.app14 && segment.toString('latin1', 4, 9) === 'Adobe';
}

/** Where the next marker stands after coded data. FF 00 is data, and D0 to D7 only divide it. */
function endOfScan(bytes: Buffer, start: number): number | undefined {
  let at = start;
  for (;;) {
    at = bytes.indexOf(0xff, at);
    const code = at < 0 ? undefined : bytes[at + 1];
    if (code === undefined) return undefined;
    if (code !== 0x00 && code !== 0xff && !(code >= 0xd0 && code <= 0xd7)) return at;
    at += code === 0xff ? 1 : 2;
  }
}
