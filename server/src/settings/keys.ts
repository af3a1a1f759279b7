import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SettingsError, type Settings } from './settings.js';

const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;

/**
 * What is made from the one secret. None of it is in the database: who has the database alone can neither say who took part nor read what
 * is sealed.
 */
export class Keys {
  private readonly _derived = new Map<string, Buffer>();

  /** @param secret - 32 bytes. */
  constructor(private readonly _secret: Buffer) {}

  /**
   * What stands in the database for a person: always the same for one purpose, and of no relation to the same person's elsewhere.
   *
   * @param purpose - `process:<id>` for taking part in a process, or the name of a concern.
   * @param identity - Who somebody is, as sign-in found out.
   */
  pseudonym(purpose: string, identity: string): Buffer {
    return createHmac('sha256', this._key(`pseudonym ${purpose}`))
      .update(identity)
      .digest();
  }

  /** Locks a text so that only a server with the secret reads it (AES-256-GCM). `purpose` must be the same when it is opened. */
  seal(purpose: string, plain: string): Buffer {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv('aes-256-gcm', this._key(`seal ${purpose}`), nonce);
    return Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  }

  /** The text that was locked; nothing when it was changed, or locked with another secret. */
  open(purpose: string, sealed: Uint8Array): string | undefined {
    const bytes = Buffer.from(sealed);
    try {
      const decipher = createDecipheriv('aes-256-gcm', this._key(`seal ${purpose}`), bytes.subarray(0, nonceBytes), {
        authTagLength: tagBytes,
      });
      decipher.setAuthTag(bytes.subarray(-tagBytes));
      return decipher.update(bytes.subarray(nonceBytes, -tagBytes), undefined, 'utf8') + decipher.final('utf8');
    } catch {
      return undefined;
    }
  }

  /** Bytes for a key of another kind, always the same for one purpose. */
  derived(purpose: string): Buffer {
    return Buffer.from(this._key(`derived ${purpose}`));
  }

  /** A value by which a database recognises the secret that it was used with, and by which nobody finds the secret. */
  get check(): Buffer {
    return createHmac('sha256', this._key('check')).update('portico').digest();
  }

  private _key(purpose: string): Buffer {
    let key = this._derived.get(purpose);
    if (!key) {
      key = Buffer.from(hkdfSync('sha256', this._secret, '', `portico ${purpose}`, keyBytes));
      // Purposes name processes, and a city has few; but nobody promised how few.
      if (this._derived.size < 10_000) this._derived.set(purpose, key);
    }
    return key;
  }
}

export const newKey = (): string => randomBytes(keyBytes).toString('base64');

/**
 * The secret from the settings; with an embedded database also from the data folder, where the first start leaves it.
 *
 * @param mayMake - Whether a new one would do where there is none. Beside a database that was used with another it would be a false trail.
 * @throws SettingsError when it is not there, or not 32 bytes in base64.
 */
export function readKeys({ key, data }: Pick<Settings, 'key' | 'data'>, mayMake = true): Keys {
  const bytes = Buffer.from(key ?? keyFrom(join(data, 'portico.key'), mayMake), 'base64');
  if (bytes.length !== keyBytes) {
    throw new SettingsError(['PORTICO_KEY: must be 32 bytes in base64. Make one with `portico-server key`.']);
  }
  return new Keys(bytes);
}

function keyFrom(file: string, mayMake: boolean): string {
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  if (!mayMake) {
    throw new SettingsError([
      `PORTICO_KEY: is missing, and so is ${file}, while the database was used with one. Bring the file back from a backup. With another key everybody could take part a second time, so the server does not start.`,
    ]);
  }
  const key = newKey();
  mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 });
  writeFileSync(file, `${key}\n`, { mode: 0o600, flag: 'wx' });
  return key;
}
