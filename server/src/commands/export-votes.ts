import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writePabulib } from '../../../src/model/pabulib/write-pabulib.js';
import { publishedVotes, resultsFor } from '../ballots/results.js';
import { findBallot, rulesOf } from '../ballots/speak-ballot.js';
import { toPabulib } from '../ballots/to-pabulib.js';
import { openCity } from '../city.js';
import { makeLog } from '../logs.js';
import { Problem } from '../problems/problem.js';
import { readSettings } from '../settings/settings.js';

/**
 * Writes the published votes of a ballot into a folder, one file for each question in which projects cost something.
 *
 * @returns The exit code.
 */
export async function exportVotes(
  { ballot, folder }: { ballot: string; folder: string },
  environment: NodeJS.ProcessEnv,
  out: (line: string) => void,
): Promise<number> {
  const settings = readSettings(environment);
  const city = await openCity(settings, makeLog({ logLevel: 'silent' }));
  try {
    const found = await findBallot(city, ballot);
    const rules = rulesOf(found, { locale: settings.locale, fallback: settings.locale });
    const published = await publishedVotes(city, ballot);
    const { questions } = await resultsFor(city, ballot, 'everybody');
    await mkdir(folder, { recursive: true });
    for (const question of rules.questions) {
      const result = questions.find(each => each.question === question.id);
      const instance = result && toPabulib(question, { rules, published, result, city: settings.cityName });
      if (!instance) {
        out(`${question.id}: nothing costs anything there, so there is no file for it.`);
        continue;
      }
      const file = join(folder, `${ballot}-${question.id}.pb`);
      await writeFile(file, writePabulib(instance));
      out(`${file}: ${String(instance.projects.length)} projects, ${String(instance.votes.length)} votes`);
    }
    return 0;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    out(`There is no ballot '${ballot}' whose votes are published: it has to be counted, and to say \`publishesVotes: true\`.`);
    return 1;
  } finally {
    await city.database.close();
  }
}
