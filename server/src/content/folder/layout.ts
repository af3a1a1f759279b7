/**
 * Where everything stands in the city's folder:
 *
 * - `city.yaml`: the city's language, and which processes, pacts, documents and ballots there are, in their order
 * - `processes/<id>.yaml`
 * - `pacts/<id>/pact.yaml`
 * - `pacts/<id>/v<number>/version.yaml`
 * - `pacts/<id>/v<number>/brief.<language>.md`
 * - `pacts/<id>/v<number>/sections/<section>.<language>.md` and `…/<section>.plain.<language>.md`
 * - `ballots/<id>.yaml`
 * - `documents/<id>/document.yaml` and `documents/<id>/summary.<language>.md`
 * - `documents/<id>/v<number>/version.yaml`
 * - `documents/<id>/v<number>/<part>.<language>.md` and `…/<part>.plain.<language>.md`: passages, the files in the order of their names
 */
export const cityFile = 'city.yaml';

/** Contributions that came from elsewhere may lie beside the content. They are no content: `import-observations` brings them, once. */
export const observationsFolder = 'observations';

export const processFile = (id: string): string => `processes/${id}.yaml`;
export const pactFile = (id: string): string => `pacts/${id}/pact.yaml`;
export const versionFolder = (pact: string, number: number): string => `pacts/${pact}/v${String(number)}`;
export const versionFile = (pact: string, number: number): string => `${versionFolder(pact, number)}/version.yaml`;

/** A long text is a Markdown file for each language; this is their name without language and ending. */
export const briefText = (pact: string, number: number): string => `${versionFolder(pact, number)}/brief`;
export const sectionText = (pact: string, number: number, section: string, field: 'body' | 'plain'): string =>
  `${versionFolder(pact, number)}/sections/${section}${field === 'plain' ? '.plain' : ''}`;

export const ballotFile = (id: string): string => `ballots/${id}.yaml`;

export const documentFile = (id: string): string => `documents/${id}/document.yaml`;
export const documentSummary = (id: string): string => `documents/${id}/summary`;
export const documentVersionFolder = (document: string, number: number): string => `documents/${document}/v${String(number)}`;
export const documentVersionFile = (document: string, number: number): string =>
  `${documentVersionFolder(document, number)}/version.yaml`;

/** Name of a process, by its file. */
export const processIn = (path: string): string | undefined => /^processes\/([^/]+)\.yaml$/.exec(path)?.[1];

/** Name of a pact, by any file in its folder. */
export const pactIn = (path: string): string | undefined => /^pacts\/([^/]+)\//.exec(path)?.[1];

/** Name of a ballot, by its file. */
export const ballotIn = (path: string): string | undefined => /^ballots\/([^/]+)\.yaml$/.exec(path)?.[1];

/** Name of a document, by any file in its folder. */
export const documentIn = (path: string): string | undefined => /^documents\/([^/]+)\//.exec(path)?.[1];

/** What the name of a file of passages says. */
export interface PassageFile {
  part: string;
  plain: boolean;
  lang: string;
}

export const passageFile = (document: string, version: number, { part, plain, lang }: PassageFile): string =>
  `${documentVersionFolder(document, version)}/${part}${plain ? '.plain' : ''}.${lang}.md`;

export function passageFileIn(path: string, document: string, version: number): PassageFile | undefined {
  const folder = `${documentVersionFolder(document, version)}/`;
  const [, part, plain, lang] =
    /^([a-z0-9-]+)(\.plain)?\.([a-z]{2,8}(?:-[a-z0-9]{1,8})*)\.md$/i.exec(
      path.startsWith(folder) ? path.slice(folder.length) : '',
    ) ?? [];
  return part !== undefined && lang !== undefined && lang !== 'plain' ? { part, plain: plain !== undefined, lang } : undefined;
}

/** Number of a version of a pact or a document, by any file in its folder. */
export function versionIn(path: string): number | undefined {
  const number = /^(?:pacts|documents)\/[^/]+\/v([1-9]\d{0,5})\//.exec(path)?.[1];
  return number === undefined ? undefined : Number(number);
}

/** The language in the name of a Markdown file. */
export function languageIn(path: string, text: string): string | undefined {
  if (!path.startsWith(`${text}.`) || !path.endsWith('.md')) return undefined;
  const tag = path.slice(text.length + 1, -'.md'.length);
  // 'plain' is what a text in plain words is called, and no language.
  return /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(tag) && tag !== 'plain' ? tag : undefined;
}
