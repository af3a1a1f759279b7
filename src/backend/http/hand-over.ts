import * as v from 'valibot';
import { draftLeftSchema, handedDraftSchema, leftDraftSchema, type HandedDraft } from '../../model/handed-draft.js';
import { hrefSchema } from '../../model/link.js';
import type { TakenOver, WidgetPlace, WriteOptions } from '../backend.js';
import { parseAnswer } from '../parse.js';
import type { HttpClient } from './client.js';
import { keptUnder } from './kept-under.js';
import { open, seal } from './sealed-text.js';

/** How long an opened draft is kept while the person signs in, in milliseconds. Shared computers stay on for longer. */
const longest = 60 * 60 * 1000;

/** An opened draft on its way through the sign-in. */
const keptSchema = v.object({
  draft: v.unknown(),
  back: v.exactOptional(
    v.pipe(
      hrefSchema,
      v.check(back => URL.canParse(back)),
    ),
  ),
  /** Until when, by this computer's clock. */
  until: v.number(),
});

/** Drafts that are kept in a page whose storage is closed. They do not survive the sign-in. */
const inMemory = new Map<string, unknown>();

/**
 * Locks a draft and leaves it with the server, which never sees the key.
 *
 * @returns Id and key, as they stand in the fragment of the city's page.
 */
export async function leave(client: HttpClient, draft: HandedDraft, { signal, idempotencyKey }: WriteOptions): Promise<string> {
  signal?.throwIfAborted();
  const { sealed, key } = await seal(JSON.stringify(draft));
  const url = client.url('v1/drafts');
  const answer = await client.write(url, { sealed }, idempotencyKey, { signal, personal: false });
  return `${parseAnswer(draftLeftSchema, answer, url).id}.${key}`;
}

/** Takes a draft from the server, which then has it no more, and keeps it on the city's own origin through the sign-in. */
export async function arrive(client: HttpClient, id: string, key: string): Promise<void> {
  const url = client.url(`v1/drafts/${id}/opening`);
  const { sealed, origin } = parseAnswer(leftDraftSchema, await client.write(url, {}, id), url);
  const opened: unknown = JSON.parse(await open({ sealed, key }));
  const { draft, back, ...place } = parseAnswer(handedDraftSchema, opened, url);
  // Whoever writes a draft could name any page to go back to; the server knows which site it really was.
  const known = URL.canParse(back) && new URL(back).origin === origin;
  const kept = { draft, ...(known && { back }), until: Date.now() + longest };
  try {
    sessionStorage.setItem(keptUnder(place), JSON.stringify(kept));
  } catch {
    inMemory.set(keptUnder(place), kept);
  }
}

/** The draft for one widget, if one arrived that was not used yet. */
export function takenOver(place: WidgetPlace): TakenOver | undefined {
  const name = keptUnder(place);
  const done = (): void => {
    inMemory.delete(name);
    try {
      sessionStorage.removeItem(name);
    } catch {
      // What cannot be reached was never put there.
    }
  };
  const kept = v.safeParse(keptSchema, inMemory.get(name) ?? stored(name));
  if (kept.success && kept.output.until > Date.now()) return { draft: kept.output.draft, back: kept.output.back, done };
  done();
  return undefined;
}

/** What stands in the storage; nothing when it is closed, or when another release wrote something there that is no JSON. */
function stored(name: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? '');
  } catch {
    return undefined;
  }
}
