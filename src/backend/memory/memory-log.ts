import { toBase64 } from '../../model/log/base64.js';
import { commitment, saltLength } from '../../model/log/commitment.js';
import { consistencyPath } from '../../model/log/consistency.js';
import { append, emptyFrontier, rootOf } from '../../model/log/frontier.js';
import { leafHash } from '../../model/log/hash.js';
import { inclusionPath } from '../../model/log/inclusion.js';
import type { LogDescription } from '../../model/log/log-description.js';
import { logDescriptionSchema } from '../../model/log/log-description.js';
import type { ReceiptProof } from '../../model/log/receipt-proof.js';
import type { ReadNodes } from '../../model/log/subtree.js';
import { signTreeHead, type SignedTreeHead } from '../../model/log/tree-head.js';
import { BackendError } from '../errors.js';
import { parseAnswer } from '../parse.js';

type Key = Parameters<typeof signTreeHead>[1];

/** The log of a process, with a key that lives as long as the page. What the seed holds from the start does not stand in it. */
export class MemoryLog {
  private _keys: Promise<{ publicKey: Key; privateKey: Key }> | undefined;
  private _frontier = emptyFrontier;
  /** Hashes of complete subtrees, by level. */
  private readonly _nodes: Uint8Array[][] = [];
  /** Ends when the leaf before is in. */
  private _last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly _process: string,
    private readonly _now: () => Date,
  ) {}

  /** Puts a content into the log, and says what the log keeps of it. Two at once come one after the other. */
  add(content: unknown): Promise<ReceiptProof & { commitment: string }> {
    const added = this._last.then(() => this._add(content));
    this._last = added.catch(() => undefined);
    return added;
  }

  /** @throws BackendError `unavailable` on a page without HTTPS, where browsers have no cryptography. */
  async open(): Promise<{ publicKey: Key; privateKey: Key }> {
    // The browser's own types know no page without it.
    if (!(crypto as Partial<typeof crypto>).subtle) throw new BackendError('unavailable', 'no log on a page without HTTPS');
    this._keys ??= crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
    return this._keys;
  }

  async describe(): Promise<LogDescription> {
    await this._last;
    const { publicKey } = await this.open();
    const jwk: unknown = await crypto.subtle.exportKey('jwk', publicKey);
    const description = { origin: this._origin, keys: [jwk], head: await this._head() };
    return parseAnswer(logDescriptionSchema, description, this._origin);
  }

  /** What shows that it only grew between two sizes. */
  async consistency(from: number, to: number): Promise<string[]> {
    await this._last;
    if (from > to || to > this._frontier.size) throw new BackendError('invalid', 'the log has no such sizes');
    return (await consistencyPath(from, to, this._nodesAt)).map(toBase64);
  }

  private get _origin(): string {
    return `memory.example/log/${this._process}`;
  }

  private async _add(content: unknown): Promise<ReceiptProof & { commitment: string }> {
    await this.open();
    const salt = crypto.getRandomValues(new Uint8Array(saltLength));
    const index = this._frontier.size;
    const committed = await commitment(salt, content);
    const { frontier, nodes } = await append(this._frontier, await leafHash(committed));
    this._frontier = frontier;
    for (const { level, hash } of nodes) (this._nodes[level] ??= []).push(hash);
    const path = await inclusionPath(index, frontier.size, this._nodesAt);
    const head = await this._head();
    return { salt: toBase64(salt), commitment: toBase64(committed), index, head, path: path.map(toBase64) };
  }

  private async _head(): Promise<SignedTreeHead> {
    const { privateKey } = await this.open();
    const root = toBase64(await rootOf(this._frontier));
    const head = { origin: this._origin, size: this._frontier.size, root, at: this._now().toISOString() };
    return signTreeHead(head, privateKey);
  }

  private readonly _nodesAt: ReadNodes = places =>
    Promise.resolve(places.flatMap(place => this._nodes[place.level]?.[place.index] ?? []));
}
