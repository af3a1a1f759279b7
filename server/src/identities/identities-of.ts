import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.js';
import { aboutOf, fingerprint, type Identity } from './seal-identity.js';
import { open, type OfficeKeys } from './sealed-box.js';

/** An identity that was opened, with the number of the contribution. */
export interface OpenedIdentity extends Identity {
  readonly reference: string;
  readonly at: Date;
}

export interface Opened {
  readonly identities: OpenedIdentity[];
  /** Locked with this key, and yet it does not open: it was changed. */
  readonly broken: string[];
  /** How many are locked with keys of other offices, or with an older one of this. */
  readonly others: number;
}

/** Opens the identities of a process that were locked for the holder of these keys. */
export async function identitiesOf(db: Kysely<Schema>, process: string, { publicKey, privateKey }: OfficeKeys): Promise<Opened> {
  const rows = await db
    .selectFrom('sealed_identity')
    .select(['reference', 'sealed', 'created_at', 'office'])
    .where('process_id', '=', process)
    .orderBy('created_at')
    .orderBy('reference')
    .execute();
  const mine = rows.filter(({ office }) => office === fingerprint(publicKey));
  const opened = mine.map(({ reference, sealed, created_at }) => {
    const text = open(privateKey, aboutOf(process, reference), sealed);
    return text === undefined ? { reference } : { reference, at: created_at, ...(JSON.parse(text) as Identity) };
  });
  return {
    identities: opened.filter((each): each is OpenedIdentity => 'identity' in each),
    broken: opened.filter(each => !('identity' in each)).map(({ reference }) => reference),
    others: rows.length - mine.length,
  };
}

/** As a table for an office's own programs (RFC 4180). */
export function asCsv(identities: readonly OpenedIdentity[]): string {
  const rows = identities.map(({ reference, at, identity, birthDate = '', proof = '', district = '', ties }) =>
    [reference, at.toISOString(), identity, birthDate, proof, district, ties.join(' ')].map(cell).join(','),
  );
  return ['reference,received,identity,birth date,proof,district,ties', ...rows].join('\r\n');
}

/** A cell that no spreadsheet takes for a formula. */
function cell(value: string): string {
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${harmless.replaceAll('"', '""')}"`;
}
