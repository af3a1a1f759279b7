import type { Pact } from '../../model/pact.js';
import { plainParagraphs } from '../../model/richtext.js';

/** One stretch to be read, short enough that no browser gives up in the middle. */
export interface SpokenLine {
  lang: string;
  text: string;
}

/**
 * The lines of a pact in the order in which they are shown.
 *
 * @param whole - The full text too, and not only what everybody should know.
 */
export function linesOf({ version }: Pact, whole: boolean): SpokenLine[] {
  const rich = ({ lang, blocks }: typeof version.brief): SpokenLine[] => plainParagraphs(blocks).map(text => ({ lang, text }));
  return [
    version.title,
    ...rich(version.brief),
    ...version.decided,
    ...version.notDecided,
    ...(whole ? version.sections.flatMap(({ title, body }) => [title, ...rich(body)]) : []),
  ];
}

/**
 * Reads lines aloud, one after the other.
 *
 * @param voiceFor - The browser's voice for a language.
 * @param onEnd - All is read, or the browser could not go on. Not called when it is stopped.
 * @returns A function that stops it.
 */
export function readAloud(
  lines: readonly SpokenLine[],
  voiceFor: (lang: string) => SpeechSynthesisVoice | undefined,
  onEnd: () => void,
): () => void {
  let stopped = false;
  const next = (index: number): void => {
    const line = lines[index];
    if (stopped) return;
    if (!line) {
      onEnd();
      return;
    }
    const utterance = new SpeechSynthesisUtterance(line.text);
    utterance.lang = line.lang;
    utterance.voice = voiceFor(line.lang) ?? null;
    utterance.onend = () => {
      next(index + 1);
    };
    utterance.onerror = () => {
      if (!stopped) onEnd();
    };
    speechSynthesis.speak(utterance);
  };
  speechSynthesis.cancel();
  next(0);
  return () => {
    stopped = true;
    speechSynthesis.cancel();
  };
}
