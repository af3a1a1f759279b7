import type { Kysely } from 'kysely';
import { withTranslations } from '../../../src/model/translations.js';
import type { Schema } from '../database/schema.js';
import type { BallotContent, BareDocument, PactContent, ProcessContent } from './schema.js';

/** How many documents are kept ready. A city has a few hundred; the rest is read again. */
const mostKept = 500;

/**
 * What the city published, as it was imported: every text in all its languages. Documents that were read are kept until an import, by
 * this process or by another, gives content a new revision.
 */
export class ContentStore {
  private readonly _kept = new Map<string, Promise<unknown>>();
  private readonly _listeners = new Set<() => void>();
  private _revision = -1;

  constructor(private readonly _db: Kysely<Schema>) {}

  /** The number of the import that the answers are from. */
  get revision(): number {
    return this._revision;
  }

  /** Asks the database whether content has changed. */
  async refresh(): Promise<void> {
    const row = await this._db.selectFrom('content_revision').select('revision').where('name', '=', 'content').executeTakeFirst();
    const revision = row?.revision ?? 0;
    if (revision === this._revision) return;
    this._revision = revision;
    this._kept.clear();
    for (const listener of this._listeners) listener();
  }

  /** Calls back when content has changed. */
  onChange(listener: () => void): void {
    this._listeners.add(listener);
  }

  process(id: string): Promise<ProcessContent | undefined> {
    return this._document('process', id) as Promise<ProcessContent | undefined>;
  }

  pact(id: string): Promise<PactContent | undefined> {
    return this._document('pact', id) as Promise<PactContent | undefined>;
  }

  /** A document without its passages, which `passages.ts` reads. */
  document(id: string): Promise<BareDocument | undefined> {
    return this._document('document', id) as Promise<BareDocument | undefined>;
  }

  ballot(id: string): Promise<BallotContent | undefined> {
    return this._document('ballot', id) as Promise<BallotContent | undefined>;
  }

  /** Ballots of a process, in their order. */
  async ballotsOf(process: string): Promise<BallotContent[]> {
    const ids = await this._ids('ballot');
    const ballots = await Promise.all(ids.map(id => this.ballot(id)));
    return ballots.filter(ballot => ballot !== undefined).filter(ballot => ballot.process === process);
  }

  /** Pacts of a process, in their order. */
  async pactsOf(process: string): Promise<PactContent[]> {
    const ids = await this._ids('pact');
    const pacts = await Promise.all(ids.map(id => this.pact(id)));
    return pacts.filter(pact => pact?.process === process).filter(pact => pact !== undefined);
  }

  /** Documents of a process without their passages, in their order. */
  async documentsOf(process: string): Promise<BareDocument[]> {
    const ids = await this._ids('document');
    const documents = await Promise.all(ids.map(id => this.document(id)));
    return documents.filter(document => document !== undefined).filter(document => document.process === process);
  }

  /**
   * Processes in the city's order.
   *
   * @param after - Id of the last one that is known; from the beginning without it.
   */
  async processes({ after, limit }: { after?: string | undefined; limit: number }): Promise<ProcessContent[]> {
    const ids = await this._ids('process');
    const start = after === undefined ? 0 : ids.indexOf(after) + 1;
    if (after !== undefined && start === 0) return [];
    const found = await Promise.all(ids.slice(start, start + limit).map(id => this.process(id)));
    return found.filter(process => process !== undefined);
  }

  /** The ids of all documents of a kind, in the city's order. */
  ids(kind: 'process' | 'pact' | 'ballot'): Promise<string[]> {
    return this._ids(kind);
  }

  private _ids(kind: string): Promise<string[]> {
    return this._keep(`ids ${kind}`, async () => {
      const rows = await this._db
        .selectFrom('content')
        .select('id')
        .where('kind', '=', kind)
        .orderBy('position')
        .orderBy('id')
        .execute();
      return rows.map(({ id }) => id);
    });
  }

  private _document(kind: string, id: string): Promise<unknown> {
    return this._keep(`${kind} ${id}`, async () => {
      const row = await this._db
        .selectFrom('content')
        .select('body')
        .where('kind', '=', kind)
        .where('id', '=', id)
        .executeTakeFirst();
      return row && withTranslations(row.body);
    });
  }

  private _keep<Value>(key: string, read: () => Promise<Value>): Promise<Value> {
    const kept = this._kept.get(key);
    if (kept) return kept as Promise<Value>;
    const reading = read();
    this._kept.set(key, reading);
    // What is not there is not kept, else somebody could fill the memory with names; nor is a failure.
    reading.then(value => value === undefined && this._kept.delete(key)).catch(() => this._kept.delete(key));
    if (this._kept.size > mostKept) this._kept.delete(this._kept.keys().next().value ?? '');
    return reading;
  }
}
