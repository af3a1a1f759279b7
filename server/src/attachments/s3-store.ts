import type { S3Client } from '@aws-sdk/client-s3';
import { Readable } from 'node:stream';
import { isAttachmentId, type AttachmentStore } from './attachment-store.js';

type Sdk = typeof import('@aws-sdk/client-s3');

export interface Bucket {
  readonly bucket: string;
  readonly region: string;
  /** Left out: Amazon's own. */
  readonly endpoint?: string | undefined;
  /** Whether the bucket stands in the path and not in the name of the host. */
  readonly pathStyle: boolean;
  /** Left out: those of the machine, as the SDK finds them. */
  readonly keys?: { readonly id: string; readonly secret: string } | undefined;
}

/** Attachments as objects in any store that speaks S3. */
export class S3Store implements AttachmentStore {
  private _opened: Promise<{ sdk: Sdk; client: S3Client }> | undefined;

  constructor(private readonly _bucket: Bucket) {}

  async put(id: string, bytes: Uint8Array): Promise<void> {
    const { sdk, client } = await this._open();
    await client.send(new sdk.PutObjectCommand({ ...this._object(id), Body: bytes, ContentLength: bytes.length }));
  }

  async get(id: string): Promise<Readable | undefined> {
    const { sdk, client } = await this._open();
    try {
      const { Body } = await client.send(new sdk.GetObjectCommand(this._object(id)));
      return Body instanceof Readable ? Body : undefined;
    } catch (error) {
      if (error instanceof sdk.S3ServiceException && error.$metadata.httpStatusCode === 404) return undefined;
      throw error;
    }
  }

  async delete(id: string): Promise<void> {
    const { sdk, client } = await this._open();
    await client.send(new sdk.DeleteObjectCommand(this._object(id)));
  }

  private _object(id: string): { Bucket: string; Key: string } {
    if (!isAttachmentId(id)) throw new RangeError('not the id of an attachment');
    return { Bucket: this._bucket.bucket, Key: id };
  }

  /** The SDK is large, and most cities keep attachments on a disk: it is loaded when it is needed first. */
  private _open(): Promise<{ sdk: Sdk; client: S3Client }> {
    this._opened ??= import('@aws-sdk/client-s3').then(sdk => {
      const { region, endpoint, pathStyle, keys } = this._bucket;
      const client = new sdk.S3Client({
        region,
        forcePathStyle: pathStyle,
        ...(endpoint !== undefined && { endpoint }),
        ...(keys && { credentials: { accessKeyId: keys.id, secretAccessKey: keys.secret } }),
        // Checksums that not every store knows are sent only where they must be.
        requestChecksumCalculation: 'WHEN_REQUIRED',
        responseChecksumValidation: 'WHEN_REQUIRED',
      });
      return { sdk, client };
    });
    return this._opened;
  }
}
