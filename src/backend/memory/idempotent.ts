import { canonicalJson } from '../../model/log/canonical-json.js';
import { BackendError } from '../errors.js';

/** What was sent under which key, and the answer to it. */
export class Idempotent {
  private readonly _known = new Map<string, { request: string; answer: Promise<unknown> }>();

  /**
   * Does something once for each key of a sender. What failed can be tried again with the same key.
   *
   * @throws BackendError `conflict` when the key came with something else before.
   */
  once<Answer>(sender: string, key: string, request: unknown, work: () => Answer | Promise<Answer>): Promise<Answer> {
    const name = canonicalJson([sender, key]);
    const sent = canonicalJson(request);
    const known = this._known.get(name);
    if (known && known.request !== sent) throw new BackendError('conflict', 'the key came with something else before');
    if (known) return known.answer as Promise<Answer>;
    const answer = Promise.resolve().then(work);
    this._known.set(name, { request: sent, answer });
    answer.catch(() => this._known.delete(name));
    return answer;
  }
}
