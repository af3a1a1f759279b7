import { randomInt } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.js';
import type { Keys } from '../settings/keys.js';
import { foldNickname, nicknameFault, type NicknameFault } from './nickname-rules.js';
import { adjectives, nouns } from './nickname-words.json';

/** How often another one is tried when one is taken already. There are seventeen million of them. */
const tries = 8;

/** The names under which people appear. Who somebody is cannot be found out from it: it is made by chance, and a person can choose another. */
export class Nicknames {
  constructor(
    private readonly _db: Kysely<Schema>,
    private readonly _keys: Keys,
    private readonly _cityName: string,
  ) {}

  /** The nickname of somebody, who gets one the first time and keeps it. */
  async of(identity: string): Promise<string> {
    const person = this._person(identity);
    for (let tried = 0; tried < tries; tried++) {
      const kept = await this._db.selectFrom('nickname').select('nickname').where('person', '=', person).executeTakeFirst();
      if (kept) return kept.nickname;
      await this._give(person, made(), false);
    }
    throw new Error('no nickname was free');
  }

  /**
   * Gives somebody the nickname that they chose, and sets their old one free. Their sessions have to be told (`Sessions.rename`).
   *
   * @returns What speaks against it; nothing when it is theirs now.
   */
  async change(identity: string, wished: string): Promise<NicknameFault | undefined> {
    const nickname = wished.normalize('NFC').trim();
    const fault = nicknameFault(nickname, this._cityName);
    if (fault) return fault;
    return (await this._give(this._person(identity), nickname, true)) ? undefined : 'taken';
  }

  /** Forgets the nickname of somebody, as part of the transaction on which this was made. It can become somebody else's. */
  async forget(identity: string): Promise<void> {
    const person = this._person(identity);
    await this._db.deleteFrom('nickname_taken').where('person', '=', person).execute();
    await this._db.deleteFrom('nickname').where('person', '=', person).execute();
  }

  /**
   * Two tables, each with the key by which it is unique: one nickname for a person, one person for a nickname.
   *
   * @param replace - Whether it counts where the person has one already.
   * @returns Whether it was free.
   */
  private _give(person: Buffer, nickname: string, replace: boolean): Promise<boolean> {
    return this._db.transaction().execute(async transaction => {
      await transaction
        .insertInto('nickname_taken')
        .values({ folded: foldNickname(nickname), person })
        .onConflict(conflict => conflict.column('folded').doNothing())
        .execute();
      const owner = await transaction
        .selectFrom('nickname_taken')
        .select('person')
        .where('folded', '=', foldNickname(nickname))
        .executeTakeFirst();
      if (!owner || !person.equals(owner.person)) return false;
      await transaction
        .insertInto('nickname')
        .values({ person, nickname })
        .onConflict(conflict =>
          replace ? conflict.column('person').doUpdateSet({ nickname }) : conflict.column('person').doNothing(),
        )
        .execute();
      const kept = await transaction
        .selectFrom('nickname')
        .select('nickname')
        .where('person', '=', person)
        .executeTakeFirstOrThrow();
      await transaction
        .deleteFrom('nickname_taken')
        .where('person', '=', person)
        .where('folded', '!=', foldNickname(kept.nickname))
        .execute();
      return true;
    });
  }

  private _person(identity: string): Buffer {
    return this._keys.pseudonym('nickname', identity);
  }
}

const pick = (words: readonly string[]): string => words[randomInt(words.length)] ?? '';

const made = (): string => `${pick(nouns)} ${pick(adjectives)} ${randomInt(100, 10_000)}`;
