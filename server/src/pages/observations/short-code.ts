import { createHash } from 'node:crypto';
import type { City } from '../../city.js';
import type { BareDocument } from '../../content/schema.js';

/** What a form is about. */
export interface CodedSubject {
  readonly process: string;
  readonly document?: string | undefined;
  readonly passage?: string | undefined;
}

/** Crockford's alphabet: nothing that reads like something else on paper. */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 40 bits: among ten thousand passages the odds that two codes are the same are about one in twenty thousand. */
const length = 8;

/**
 * A short name for what a form is about, always the same for the same: what was printed leads to the form for as long as the city publishes
 * the text, also after an update or from another machine, and nothing has to be kept for it.
 */
export function shortCode({ process, document, passage }: CodedSubject): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([process, document ?? '', passage ?? '']))
    .digest();
  const bits = [...hash].map(byte => byte.toString(2).padStart(8, '0')).join('');
  return Array.from({ length }, (_sign, at) => signs[parseInt(bits.slice(at * 5, at * 5 + 5), 2)]).join('');
}

/** The code as it is printed, in two halves that one can keep in mind. */
export const readableCode = (code: string): string => `${code.slice(0, length / 2)}-${code.slice(length / 2)}`;

/** A code as it was typed from paper: small letters, blanks, signs that look alike. */
const tidiedCode = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[\s\u2010-\u2015-]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');

/** Finds what a code stands for among all that the city publishes. They are counted through once after each import. */
export class ShortCodes {
  private _known: { readonly revision: number; readonly subjects: Promise<Map<string, CodedSubject>> } | undefined;

  constructor(private readonly _city: Pick<City, 'content' | 'database'>) {}

  async find(typed: string): Promise<CodedSubject | undefined> {
    const { revision } = this._city.content;
    if (this._known?.revision !== revision) {
      const subjects = this._subjects();
      this._known = { revision, subjects };
      // What failed is tried again by the next who asks.
      subjects.catch(() => (this._known = undefined));
    }
    return (await this._known.subjects).get(tidiedCode(typed));
  }

  /** Passages of all versions: a sheet may have been printed before the text changed, and then leads to the whole document. */
  private async _subjects(): Promise<Map<string, CodedSubject>> {
    const { content, database } = this._city;
    const ids = await content.ids('process');
    const processes = await Promise.all(ids.map(id => content.process(id)));
    const observed = new Set(processes.flatMap(process => (process?.observations ? [process.id] : [])));
    const rows = await database.db.selectFrom('content').select('body').where('kind', '=', 'document').orderBy('id').execute();
    const documents = rows
      .map(({ body }) => body as unknown as BareDocument)
      .filter(({ process }) => observed.has(process))
      .map(({ id, process }) => ({ process, document: id }));
    const processOf = new Map(documents.map(({ process, document }) => [document, process]));
    const passages = await database.db
      .selectFrom('passage')
      .select(['document_id', 'id'])
      .distinct()
      .orderBy('document_id')
      .orderBy('id')
      .execute();
    const subjects: CodedSubject[] = [
      ...[...observed].map(process => ({ process })),
      ...documents,
      ...passages.flatMap(({ document_id: document, id: passage }) => {
        const process = processOf.get(document);
        return process === undefined ? [] : [{ process, document, passage }];
      }),
    ];
    return new Map(subjects.map(subject => [shortCode(subject), subject]));
  }
}
