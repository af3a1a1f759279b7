import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../../../i18n/words.js';
import type { Participation } from '../../../model/session.js';
import { handOverLink, type HandOverLink } from '../../../parts/hand-over.js';
import { link } from '../../../parts/link.js';
import { notice } from '../../../parts/notice.js';
import { spoken } from '../../../parts/spoken.js';
import type { ReaderState } from '../observation-list.state.js';

/** Who is reading, and the ways to be let in. */
export interface TakingPart {
  readonly reader: ReaderState;
  /** Absent when this backend knows no way. */
  readonly signInUrl: string | undefined;
  readonly onSignIn: (event: MouseEvent) => void;
  readonly handOver: HandOverLink;
  /** Asks once more who is reading. */
  readonly onAgain: () => void;
}

/**
 * Why somebody cannot say or support anything yet, and what they can do; nothing for whoever may.
 *
 * @param id - Takes focus when somebody tried.
 */
export function you(words: Words, { reader, ...ways }: TakingPart, id: string): TemplateResult | typeof nothing {
  const shown = told(words, reader, ways);
  if (!shown) return nothing;
  const { text, actions } = shown;
  return html`<div class="you" id=${id} tabindex="-1">
    ${notice({ tone: 'info', text, ...(actions !== undefined && { actions }) })}
  </div>`;
}

interface Told {
  readonly text: unknown;
  readonly actions?: unknown;
}

function told(words: Words, reader: ReaderState, ways: Omit<TakingPart, 'reader'>): Told | undefined {
  const { t } = words;
  switch (reader.type) {
    case 'anonymous':
      return undefined;
    case 'asking':
      return { text: t('observation-list.you.asking') };
    case 'unknown':
      return {
        text: t('observation-list.you.unknown'),
        actions: html`<button class="button" type="button" @click=${ways.onAgain}>${t('common.retry')}</button>`,
      };
    case 'known':
      return toldTo(words, reader.participation, ways);
  }
}

function toldTo(words: Words, can: Participation, ways: Omit<TakingPart, 'reader'>): Told | undefined {
  const { t, locale } = words;
  switch (can.type) {
    case 'entitled':
      return undefined;
    case 'signed-out':
      return signedOut(words, ways);
    case 'unverified':
      return { text: t('observation-list.you.unverified'), actions: way(can.url, t('observation-list.you.verify')) };
    case 'pending':
      return { text: t('observation-list.you.pending'), actions: way(can.url, t('observation-list.you.follow')) };
    case 'other':
      return {
        text: spoken({ text: can.label, lang: can.lang }, locale),
        actions: way(can.url, t('observation-list.you.follow')),
      };
    case 'not-entitled':
      return {
        text: html`
          <p>${t('observation-list.you.not-entitled')}</p>
          ${can.refusals.map(
            ({ remedy, url }) =>
              html`${remedy ? html`<p>${spoken(remedy, locale)}</p>` : nothing}
              ${url === undefined ? nothing : html`<p>${link(url, t('observation-list.you.remedy'))}</p>`}`,
          )}
        `,
      };
  }
}

function signedOut(words: Words, { signInUrl, onSignIn, handOver }: Omit<TakingPart, 'reader'>): Told {
  const { t } = words;
  if (handOver.url !== undefined)
    return { text: t('common.hand-over.text'), actions: handOverLink(words, { ...handOver, url: handOver.url }) };
  return {
    text: t('observation-list.you.signed-out'),
    actions:
      signInUrl === undefined
        ? undefined
        : html`<a class="button primary" href=${signInUrl} @click=${onSignIn}>${t('observation-list.you.sign-in')}</a>`,
  };
}

const way = (url: string | undefined, words: string): unknown =>
  url === undefined ? undefined : html`<a class="button" href=${url}>${words}</a>`;
