import { Formats } from '../../../src/i18n/format.js';
import { directionOf } from '../../../src/i18n/language.js';
import type { Text } from '../../../src/model/text.js';
import { html } from '../pages/html.js';
import type { Speaker } from '../words/words.js';
import type { LetterContent } from './letter-content.js';
import { letterWords, type LetterKey } from './letter-words.js';
import { unconfirmedDays } from './subscription-terms.js';

/** A letter in words. */
export interface Letter {
  readonly locale: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface LetterFrame {
  readonly locale: string;
  readonly cityName: string;
  /** The address of the server. */
  readonly url: URL;
  /** What stands in the links of this person's letters. */
  readonly token: string;
}

/** Where one click ends the letters. */
export const unsubscribeUrl = (url: URL, token: string): string => new URL(`/notices/unsubscribe?token=${token}`, url).href;

const confirmUrl = (url: URL, token: string): string => new URL(`/notices/confirm?token=${token}`, url).href;

/** The middle of a letter: what it says, what it is about, and the one thing to do. */
interface Body {
  readonly subject: string;
  readonly opening: string;
  readonly facts?: readonly (readonly [label: LetterKey, value: string, lang?: string])[];
  readonly closing?: string;
  readonly action?: { readonly label: LetterKey; readonly url: string };
}

/** Puts a letter into words: as plain text, and as simple HTML that asks for nothing from anywhere. */
export function letter(content: LetterContent, frame: LetterFrame): Letter {
  const t = letterWords(frame.locale);
  const body = bodyOf(content, t, frame);
  const title = isolated(content.title, t.locale);
  const foot = {
    why: t('foot.why', { title }),
    unsubscribe: t('foot.unsubscribe'),
    url: unsubscribeUrl(frame.url, frame.token),
  };
  return {
    locale: t.locale,
    subject: body.subject,
    text: plain(body, foot, t, frame.cityName),
    html: marked(body, foot, t, frame.cityName),
  };
}

function bodyOf(content: LetterContent, t: Speaker<LetterKey>, { url, token }: LetterFrame): Body {
  const formats = new Formats(t.locale);
  const title = isolated(content.title, t.locale);
  const about = ({ subject, reference }: { subject: Text; reference: string }): NonNullable<Body['facts']> => [
    ['fact.process', content.title.text, content.title.lang],
    ['fact.subject', subject.text, subject.lang],
    ['fact.reference', reference],
  ];
  switch (content.kind) {
    case 'confirm':
      return {
        subject: t('confirm.subject'),
        opening: t('confirm.opening', { title }),
        closing: t('confirm.closing', { days: unconfirmedDays }),
        action: { label: 'confirm.action', url: confirmUrl(url, token) },
      };
    case 'receipt':
      return {
        subject: t('receipt.subject', { reference: content.reference }),
        opening: t(`receipt.opening.${content.what}`),
        facts: [...about(content), ['fact.at', formats.instant(content.at, content.timeZone)]],
        closing: content.next?.text ?? t(`receipt.next.${content.what}`),
        action: { label: 'receipt.action', url: new URL('/you', url).href },
      };
    case 'answer':
      return {
        subject: t('answer.subject', { reference: content.reference }),
        opening: t('answer.opening'),
        facts: about(content),
        action: { label: 'answer.action', url: content.url },
      };
    case 'reminder':
      return {
        subject: t('reminder.subject'),
        opening: t('reminder.opening', {
          title,
          phase: isolated(content.phase, t.locale),
          date: formats.date(content.end, content.timeZone),
        }),
        closing: t('reminder.closing'),
        ...(content.url !== undefined && { action: { label: 'reminder.action' as const, url: content.url } }),
      };
    case 'waiting-list':
      return {
        subject: t('waiting-list.subject'),
        opening: t('waiting-list.opening', {
          subject: isolated(content.subject, t.locale),
          date: formats.instant(content.until, content.timeZone),
        }),
        closing: t('waiting-list.closing'),
        action: { label: 'waiting-list.action', url: content.url },
      };
  }
}

/** A text inside a sentence that may run the other way (Unicode's first strong isolate). */
function isolated({ text, lang }: Text, locale: string): string {
  return directionOf(lang) === directionOf(locale) ? text : `\u2068${text}\u2069`;
}

interface Foot {
  readonly why: string;
  readonly unsubscribe: string;
  readonly url: string;
}

function plain({ opening, facts = [], closing, action }: Body, foot: Foot, t: Speaker<LetterKey>, cityName: string): string {
  const paragraphs = [
    opening,
    facts.map(([label, value]) => `${t(label)}: ${value}`).join('\n'),
    action ? `${t(action.label)}:\n${action.url}` : '',
    closing ?? '',
    // What follows two hyphens and a blank is a signature to mail programs.
    `-- \n${cityName}\n\n${foot.why}\n\n${foot.unsubscribe}:\n${foot.url}`,
  ];
  return `${paragraphs.filter(paragraph => paragraph !== '').join('\n\n')}\n`;
}

function marked(
  { subject, opening, facts = [], closing, action }: Body,
  foot: Foot,
  t: Speaker<LetterKey>,
  cityName: string,
): string {
  const list = facts.map(
    ([label, value, lang = t.locale]) => html`<li>${t(label)}: <strong lang="${lang}">${value}</strong></li>`,
  );
  return html`<!doctype html>
    <html lang="${t.locale}" dir="${directionOf(t.locale)}">
      <head>
        <meta charset="utf-8" />
        <title>${subject}</title>
      </head>
      <body style="font-family: sans-serif; font-size: 17px; line-height: 1.5; max-width: 36em">
        <p>${opening}</p>
        ${
          list.length > 0 &&
          html`<ul>
            ${list}
          </ul>`
        }
        ${action && html`<p><a href="${action.url}">${t(action.label)}</a></p>`}
        ${closing !== undefined && html`<p>${closing}</p>`}
        <hr />
        <p>${cityName}</p>
        <p>${foot.why}</p>
        <p><a href="${foot.url}">${foot.unsubscribe}</a></p>
      </body>
    </html> `.text;
}
