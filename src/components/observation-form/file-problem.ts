import type { AttachmentLimits } from '../../model/attachment.js';

/** Why a file is not taken. */
export type FileProblem = 'type' | 'size' | 'image' | 'empty';

/** How the files of a type begin, whatever they are called. */
const beginnings: Readonly<Record<string, readonly number[]>> = {
  'image/jpeg': [0xff, 0xd8, 0xff],
  'image/png': [0x89, 0x50, 0x4e, 0x47],
  'image/gif': [0x47, 0x49, 0x46, 0x38],
  'image/webp': [0x52, 0x49, 0x46, 0x46],
  'application/pdf': [0x25, 0x50, 0x44, 0x46],
};

/**
 * What is wrong with a file, seen before it is sent, so that nobody waits for a refusal. The server looks again, and closer.
 *
 * @param shrinks - Whether it is made smaller before it is sent.
 */
export async function fileProblem(
  file: File,
  { types, maxBytes }: AttachmentLimits,
  shrinks: boolean,
): Promise<FileProblem | undefined> {
  if (file.size === 0) return 'empty';
  if (!types.includes(file.type)) return 'type';
  if (!shrinks && file.size > maxBytes) return 'size';
  const beginning = beginnings[file.type];
  if (!beginning) return undefined;
  const bytes = new Uint8Array(await file.slice(0, beginning.length).arrayBuffer());
  // A file that was only renamed.
  return beginning.every((byte, index) => bytes[index] === byte) ? undefined : 'type';
}
