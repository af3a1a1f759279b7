/**
 * Where everything stands in the city's folder:
 *
 * - `city.yaml`: the city's language, and which processes and pacts there are, in their order
 * - `processes/<id>.yaml`
 * - `pacts/<id>/pact.yaml`
 * - `pacts/<id>/v<number>/version.yaml`
 * - `pacts/<id>/v<number>/brief.<language>.md`
 * - `pacts/<id>/v<number>/sections/<section>.<language>.md` and `…/<section>.plain.<language>.md`
 */
export const cityFile = 'city.yaml';
export const processFile = (id: string): string => `processes/${id}.yaml`;
export const pactFile = (id: string): string => `pacts/${id}/pact.yaml`;
export const versionFolder = (pact: string, number: number): string => `pacts/${pact}/v${String(number)}`;
export const versionFile = (pact: string, number: number): string => `${versionFolder(pact, number)}/version.yaml`;

/** A long text is a Markdown file for each language; this is their name without language and ending. */
export const briefText = (pact: string, number: number): string => `${versionFolder(pact, number)}/brief`;
export const sectionText = (pact: string, number: number, section: string, field: 'body' | 'plain'): string =>
  `${versionFolder(pact, number)}/sections/${section}${field === 'plain' ? '.plain' : ''}`;

/** Name of a process, by its file. */
export const processIn = (path: string): string | undefined => /^processes\/([^/]+)\.yaml$/.exec(path)?.[1];

/** Name of a pact, by any file in its folder. */
export const pactIn = (path: string): string | undefined => /^pacts\/([^/]+)\//.exec(path)?.[1];

/** Number of a version, by any file in its folder. */
export function versionIn(path: string): number | undefined {
  const number = /^pacts\/[^/]+\/v([1-9]\d{0,5})\//.exec(path)?.[1];
  return number === undefined ? undefined : Number(number);
}

/** The language in the name of a Markdown file. */
export function languageIn(path: string, text: string): string | undefined {
  if (!path.startsWith(`${text}.`) || !path.endsWith('.md')) return undefined;
  const tag = path.slice(text.length + 1, -'.md'.length);
  // 'plain' is what a text in plain words is called, and no language.
  return /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(tag) && tag !== 'plain' ? tag : undefined;
}
