import * as v from 'valibot';
import type { City } from '../city.js';

/** How long the register may take, in milliseconds. */
const patience = 15_000;

/** What the city's protocol register is told of a contribution. It names nobody and holds no content. */
export interface Announcement {
  readonly reference: string;
  readonly kind: string;
  readonly process: string;
  /** An instant. */
  readonly receivedAt: string;
  /** The entry of the log, in base64: with content and salt it can be shown that exactly this was received. */
  readonly commitment: string;
}

/** What the register answers; a register that numbers later answers without. */
const answerSchema = v.object({ number: v.exactOptional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200))) });

/**
 * Announces a contribution to the city's protocol register, and notes the number that it gives.
 *
 * @param key - The same for every attempt: a register that gets an announcement twice can know.
 */
export async function announce({ settings, database }: City, key: string, announcement: Announcement): Promise<void> {
  const { protocolUrl, protocolToken } = settings;
  if (!protocolUrl) throw new Error('no register is configured');
  const answer = await fetch(protocolUrl, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      'idempotency-key': key,
      ...(protocolToken !== undefined && { authorization: `Bearer ${protocolToken}` }),
    },
    body: JSON.stringify(announcement),
    redirect: 'error',
    signal: AbortSignal.timeout(patience),
  });
  const text = await answer.text();
  if (!answer.ok) throw new RegisterError(answer.status);
  const { number } = v.parse(answerSchema, text === '' ? {} : JSON.parse(text));
  if (number === undefined) return;
  for (const table of ['acceptance', 'observation'] as const) {
    await database.db
      .updateTable(table)
      .set({ protocol_number: number })
      .where('process_id', '=', announcement.process)
      .where('reference', '=', announcement.reference)
      .execute();
  }
}

/** The register did not take an announcement. */
class RegisterError extends Error {
  override readonly name = 'RegisterError';

  /** @param code - Its status. */
  constructor(readonly code: number) {
    super(`the register answered ${String(code)}`);
  }
}
