import type * as v from 'valibot';
import type { BackendErrorReason } from '../errors.js';
import { parseAnswer } from '../parse.js';

/** Says what came instead of what the rule asks for. */
export function hold(condition: boolean, instead: string): asserts condition {
  if (!condition) throw new Error(instead);
}

/** An answer has to be what the model's schema makes of it: nothing missing, nothing more, nothing still unread. */
export function holdModel<Output>(schema: v.GenericSchema<unknown, Output>, answer: unknown, what: string): void {
  const again = parseAnswer(schema, answer, what);
  const extra = differences(answer, again);
  hold(extra.length === 0, `${what} differs from what the model makes of it at ${extra.slice(0, 5).join(', ')}`);
}

/** Two answers have to say the same. `asOf` may differ, since a clock goes on. */
export function holdSame(first: unknown, second: unknown, what: string): void {
  const paths = differences(first, second).filter(path => path !== 'asOf');
  hold(paths.length === 0, `${what} differed at ${paths.slice(0, 5).join(', ')}`);
}

/** The call has to be refused with a `BackendError` of this reason. */
export async function holdRefused(call: () => Promise<unknown>, reason: BackendErrorReason): Promise<void> {
  const outcome = await outcomeOf(call);
  hold(outcome.type === 'rejected', `it answered ${shown(outcome.value)}`);
  const { name, reason: given } = (outcome.value ?? {}) as { name?: unknown; reason?: unknown };
  hold(name === 'BackendError', `it rejected with ${shown(outcome.value)}, which is no BackendError`);
  hold(given === reason, `the reason was '${String(given)}' (${shown(outcome.value)})`);
}

/** The call has to reject with an `AbortError`, whether it is given up before it begins or while it goes on. */
export async function holdGivenUp(call: (signal: AbortSignal) => Promise<unknown>, when: 'before' | 'meanwhile'): Promise<void> {
  const abort = new AbortController();
  if (when === 'before') abort.abort();
  const outcome = outcomeOf(() => call(abort.signal));
  abort.abort();
  const { type, value } = await outcome;
  hold(type === 'rejected', `it answered ${shown(value)}`);
  hold((value as { name?: unknown } | null)?.name === 'AbortError', `it rejected with ${shown(value)}, which is no AbortError`);
}

/** Each text has to say its language by a tag that browsers understand. */
export function holdLanguages(answer: unknown, path = ''): void {
  if (answer === null || typeof answer !== 'object') return;
  const { lang, text, blocks } = answer as { lang?: unknown; text?: unknown; blocks?: unknown };
  if (typeof text === 'string' || (Array.isArray(blocks) && !('type' in answer))) {
    hold(typeof lang === 'string' && isLanguage(lang), `the text at ${path || '(root)'} has the language ${shown(lang)}`);
  }
  for (const [key, value] of Object.entries(answer)) holdLanguages(value, path ? `${path}.${key}` : key);
}

/** No two items may have the same id. */
export function holdUnique(ids: readonly (string | number)[], what: string): void {
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  hold(twice.length === 0, `${what} stood there twice: ${twice.join(', ')}`);
}

/** What everybody reads may be some seconds old, since caches lie in between. So it has to hold soon, and not at once. */
export async function holdSoon(check: () => Promise<void>): Promise<void> {
  const latest = Date.now() + 8000;
  for (;;) {
    try {
      await check();
      return;
    } catch (error) {
      if (Date.now() > latest) throw error;
      await new Promise(resolve => setTimeout(resolve, 500));
    }
  }
}

async function outcomeOf(call: () => Promise<unknown>): Promise<{ type: 'answered' | 'rejected'; value: unknown }> {
  let promise: Promise<unknown>;
  try {
    promise = call();
  } catch (error) {
    throw new Error(`it threw ${shown(error)} at once, where a promise that rejects belongs`, { cause: error });
  }
  return promise.then(
    value => ({ type: 'answered', value }),
    (value: unknown) => ({ type: 'rejected', value }),
  );
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** Paths at which two values differ. A key that is there with `undefined` counts as there. */
function differences(one: unknown, other: unknown, path = ''): string[] {
  if (Object.is(one, other)) return [];
  if (!isTree(one) || !isTree(other) || Array.isArray(one) !== Array.isArray(other)) return [path || '(root)'];
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].flatMap(key => {
    const inner = path ? `${path}.${key}` : key;
    return key in one && key in other ? differences(one[key], other[key], inner) : [inner];
  });
}

function isTree(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object';
}

/** A value, short enough for one line of a report. */
export function shown(value: unknown): string {
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  const text = (JSON.stringify(value) as string | undefined) ?? String(value);
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}
