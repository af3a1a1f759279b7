import { join } from 'node:path';
import type { Settings } from '../settings/settings.js';
import type { AttachmentStore } from './attachment-store.js';
import { DiskStore } from './disk-store.js';
import { S3Store } from './s3-store.js';

/** Opens the store that the settings name: an object store where a bucket is set, else a folder. */
export function openStore({
  data,
  attachments,
  s3Bucket,
  s3Region,
  s3Endpoint,
  s3PathStyle,
  s3Key,
  s3Secret,
}: Settings): AttachmentStore {
  if (s3Bucket === undefined) return new DiskStore(attachments ?? join(data, 'attachments'));
  return new S3Store({
    bucket: s3Bucket,
    region: s3Region,
    endpoint: s3Endpoint?.href,
    pathStyle: s3PathStyle,
    keys: s3Key !== undefined && s3Secret !== undefined ? { id: s3Key, secret: s3Secret } : undefined,
  });
}
