import type { Verification } from '../../../src/model/session.js';
import type { Text } from '../../../src/model/text.js';
import type { City } from '../city.js';
import { speakProcess, type Languages } from '../content/speak.js';
import { inPart, type Notices } from '../notices/kinds.js';
import { entitlement } from '../participation/entitlement.js';
import { everythingOf, type Given, type GivenContribution } from '../privacy/given.js';
import type { Visitor } from '../sign-in/visitor.js';

/** Processes for which the page offers letters. Where a city has more, those come first to which the person gave something. */
const mostProcesses = 30;

/** One process as the person's own page shows it. */
export interface ProcessOfPerson {
  readonly id: string;
  readonly title: Text;
  readonly timeZone: string;
  readonly contributions: readonly GivenContribution[];
  /** What else the person did there. */
  readonly around: Pick<Given, 'ballots' | 'likes' | 'reports' | 'files'>;
  readonly notices: Notices;
  /** Numbers of contributions for which an office can see who the person is. */
  readonly sealed: readonly string[];
  readonly office?: string;
  readonly keptUntil?: string;
  /** Nothing when the process is not published any longer. */
  readonly verification?: Verification;
  readonly keepDays?: number;
}

/** Everything about one person that their page shows. */
export async function processesOfPerson(city: City, visitor: Visitor, languages: Languages): Promise<ProcessOfPerson[]> {
  const given = await everythingOf(city, visitor, languages);
  const ids = [...new Set([...given.map(({ process }) => process), ...(await city.content.ids('process'))])];
  return Promise.all(
    ids.slice(0, Math.max(mostProcesses, given.length)).map(async (id): Promise<ProcessOfPerson> => {
      const mine = given.find(each => each.process === id);
      const process = await city.content.process(id);
      const letters = mine?.letters;
      return {
        id,
        title: process ? speakProcess(process, languages).title : { lang: languages.fallback, text: id },
        timeZone: process?.timeZone ?? 'UTC',
        contributions: mine?.contributions ?? [],
        around: mine ?? { ballots: [], likes: [], reports: [], files: [] },
        notices: letters ? { ...letters, address: inPart(letters.address) } : { kinds: [], confirmed: false },
        sealed: mine?.sealedIdentities.map(({ reference }) => reference) ?? [],
        ...(process?.office && { office: process.office.name }),
        ...(mine?.keptUntil !== undefined && { keptUntil: mine.keptUntil }),
        ...(process && { verification: await entitlement(city, process, visitor, languages), keepDays: process.keepDays }),
      };
    }),
  );
}
