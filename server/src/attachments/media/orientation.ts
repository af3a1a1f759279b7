/**
 * The one thing in Exif without which a picture looks wrong: telephones keep a portrait lying on its side and say so in a tag (TIFF 6.0 and
 * Exif 2.3, tag 0112).
 */
const tag = 0x0112;
const exif = 'Exif\0\0';

/** How a picture is to be turned: 2 to 8; nothing when it is right as it is, or when nothing that can be read says otherwise. */
export function orientationOf(data: Buffer): number | undefined {
  if (data.toString('latin1', 0, exif.length) !== exif) return undefined;
  const tiff = data.subarray(exif.length);
  const order = tiff.toString('latin1', 0, 2);
  if (tiff.length < 8 || (order !== 'II' && order !== 'MM')) return undefined;
  const short = (at: number): number => (order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = order === 'II' ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (directory + 2 > tiff.length) return undefined;
  const entries = short(directory);
  for (let index = 0; index < entries; index += 1) {
    const at = directory + 2 + index * 12;
    if (at + 12 > tiff.length) return undefined;
    if (short(at) !== tag) continue;
    const value = short(at + 8);
    return value >= 2 && value <= 8 ? value : undefined;
  }
  return undefined;
}

/** A segment of a JPEG that says how to turn it, and nothing else. */
export function orientationSegment(value: number): Buffer {
  const head = Buffer.from([0xff, 0xe1, 0x00, 0x22, ...Buffer.from(exif, 'latin1')]);
  // Big-endian TIFF, its one directory at 8, with one entry of type SHORT, and no directory after it.
  const tiff = [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, tag >> 8, tag & 0xff, 0, 3, 0, 0, 0, 1, 0, value, 0, 0, 0, 0, 0, 0];
  return Buffer.concat([head, Buffer.from(tiff)]);
}
