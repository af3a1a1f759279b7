import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { ProcessContent } from '../content/schema.js';
import type { Schema } from '../database/schema.js';
import type { Visitor } from '../sign-in/visitor.js';
import { seal } from './sealed-box.js';

/** What an office gets to see of a person: what the sign-in said, and nothing of what the person gave. */
export interface Identity {
  readonly identity: string;
  readonly birthDate?: string;
  readonly proof?: string;
  readonly district?: string;
  readonly ties: readonly string[];
}

/** By which an office finds what was locked with its key. */
export const fingerprint = (publicKey: string): string =>
  createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex').slice(0, 32);

/** What a locked identity belongs to. It opens for no other contribution. */
export const aboutOf = (process: string, reference: string): string => `${process} ${reference}`;

interface Given {
  readonly process: ProcessContent;
  readonly visitor: Visitor;
  readonly participant: Uint8Array;
  readonly receipt: { readonly reference: string; readonly at: string };
}

/** Where an office must see who took part, locks the identity with the office's key. The server cannot open it again. */
export async function sealIdentity(
  transaction: Transaction<Schema>,
  { process, visitor, participant, receipt }: Given,
): Promise<void> {
  if (!process.office) return;
  const { publicKey } = process.office;
  const { birthDate, identity: proof, district, ties } = visitor.person;
  const identity: Identity = {
    identity: visitor.identity,
    ...(birthDate !== undefined && { birthDate }),
    ...(proof !== undefined && { proof }),
    ...(district !== undefined && { district }),
    ties,
  };
  await transaction
    .insertInto('sealed_identity')
    .values({
      participant,
      process_id: process.id,
      office: fingerprint(publicKey),
      reference: receipt.reference,
      sealed: seal(publicKey, aboutOf(process.id, receipt.reference), JSON.stringify(identity)),
      created_at: receipt.at,
    })
    .execute();
}
