import type { TextKey } from '../../../src/i18n/texts.js';
import { ballotStatusTexts } from '../../../src/i18n/ballot-words/status-texts.js';
import { enumText, type Words } from '../../../src/i18n/words.js';
import type { OpenEnum } from '../../../src/model/open-enum.js';
import type { Process } from '../../../src/model/process.js';
import { plainParagraphs, type RichText } from '../../../src/model/richtext.js';
import type { Text } from '../../../src/model/text.js';
import { findBallot, speakBallot } from '../ballots/speak-ballot.js';
import type { City } from '../city.js';
import { speakDocument, versionOf } from '../content/speak-document.js';
import { speakPact, speakProcess, type Languages } from '../content/speak.js';
import { observedProcess } from '../observations/terms.js';
import { Problem } from '../problems/problem.js';
import { statusTexts as documentStatusTexts } from './document/status-texts.js';
import type { EmbedName } from './embed-widgets.js';
import { statusTexts, toneOf } from './pact/view.js';

/** What a teaser says of the page that it leads to. */
export interface TeaserSubject {
  readonly title: Text;
  /** What it is about, at any length. */
  readonly about: Text;
  readonly process: Process;
  /** Where it has a status of its own. */
  readonly badge?: ((words: Words) => { text: ReturnType<typeof enumText>; tone: string }) | undefined;
}

type Reader = (city: City, id: string, languages: Languages) => Promise<TeaserSubject>;

const begins = ({ lang, blocks }: RichText): Text => ({ lang, text: plainParagraphs(blocks)[0] ?? '' });

const badgeOf =
  (texts: Readonly<Record<string, TextKey>>, status: OpenEnum<string>): TeaserSubject['badge'] =>
  words => ({ text: enumText(words, texts, status), tone: toneOf(status.value) });

const ofProcess: Reader = async (city, id, languages) => {
  const process = speakProcess(await observedProcess(city, id), languages);
  return { title: process.title, about: process.summary ?? { lang: process.title.lang, text: '' }, process };
};

const ofBallot: Reader = async (city, id, languages) => {
  const ballot = await speakBallot(city, await findBallot(city, id), { ...languages, asOf: city.now().toISOString() });
  const { title, about, process, status } = ballot;
  const badge: TeaserSubject['badge'] = words => ({
    text: enumText(words, ballotStatusTexts, status),
    tone: status.value === 'open' ? 'success' : 'muted',
  });
  return { title, about: about ?? { lang: title.lang, text: '' }, process, badge };
};

const readers: Readonly<Record<EmbedName, Reader>> = {
  async 'pact-viewer'({ content, now }, id, languages) {
    const found = await content.pact(id);
    const process = found && (await content.process(found.process));
    if (!process) throw new Problem('not-found');
    const pact = speakPact(found, process, { ...languages, asOf: now().toISOString() });
    const { title, brief, status } = pact.version;
    return { title, about: pact.process.summary ?? begins(brief), process: pact.process, badge: badgeOf(statusTexts, status) };
  },
  async document({ content, now }, id, languages) {
    const found = await content.document(id);
    const process = found && (await content.process(found.process));
    if (!process) throw new Problem('not-found');
    const means = { ...languages, version: versionOf(found, undefined), asOf: now().toISOString() };
    const { title, summary, version, process: spoken } = speakDocument({ document: found, process, contents: [] }, means);
    const about = summary ? begins(summary) : (spoken.summary ?? { lang: title.lang, text: '' });
    return { title, about, process: spoken, badge: badgeOf(documentStatusTexts, version.status) };
  },
  follow: ofProcess,
  'observation-form': ofProcess,
  'observation-list': ofProcess,
  receipt: ofBallot,
  'voting-widget': ofBallot,
};

/** What the link to each page says. */
export const teaserLinks = {
  document: 'teaser.read-document',
  follow: 'teaser.follow',
  'observation-form': 'teaser.observe',
  'observation-list': 'teaser.read-observations',
  'pact-viewer': 'teaser.read',
  receipt: 'teaser.receipt',
  'voting-widget': 'teaser.vote',
} as const satisfies Record<EmbedName, string>;

/** What a teaser is about, in one language. @throws Problem `not-found` */
export const readTeaserSubject = (
  city: City,
  { name, id, lang }: { name: EmbedName; id: string; lang: string },
): Promise<TeaserSubject> => readers[name](city, id, { locale: lang, fallback: city.settings.locale });
