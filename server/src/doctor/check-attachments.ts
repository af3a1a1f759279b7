import { randomBytes } from 'node:crypto';
import { openStore } from '../attachments/open-store.js';
import type { Settings } from '../settings/settings.js';
import { bad, good, messageOf, type Finding } from './finding.js';

/** The place for what people attach: whether a few bytes can be put there, read and taken away again. Nothing of them stays. */
export async function checkAttachments(settings: Settings): Promise<Finding> {
  const { s3Bucket } = settings;
  const where = s3Bucket === undefined ? 'in a folder' : `in the bucket ${s3Bucket}`;
  const id = `doctor-${randomBytes(16).toString('hex')}`;
  try {
    const store = openStore(settings);
    await store.put(id, Buffer.from(id));
    const bytes = await store.get(id);
    bytes?.destroy();
    await store.delete(id);
    return bytes
      ? good('files', where)
      : bad('files', `${where}: what was put there is not there. Tell those who run the store.`);
  } catch (error) {
    const settingsOf = s3Bucket === undefined ? 'PORTICO_ATTACHMENTS and PORTICO_DATA' : 'the settings that begin with S3_';
    return bad('files', `${where}: ${messageOf(error)}. Look at ${settingsOf}.`);
  }
}
