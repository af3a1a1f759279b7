import { randomUUID } from 'node:crypto';
import { Formats } from '../../../src/i18n/format.js';
import type { Text } from '../../../src/model/text.js';
import { feedWords } from '../feeds/feed-words.js';
import { appealReason } from '../moderation/appeal.js';
import { offeredKinds } from '../notices/kinds.js';
import { noticeWords } from '../notices/notice-words.js';
import { html, type Html } from '../pages/html.js';
import { privacyWords } from '../privacy/privacy-words.js';
import { nicknameLength } from '../sign-in/nickname-rules.js';
import type { Speaker } from '../words/words.js';
import { appealPath } from './appeal-page.js';
import type { ProcessOfPerson } from './you-view.js';
import { verificationLine } from './verification-line.js';
import type { YouKey } from './you-words.js';

type Words = Speaker<YouKey>;

/** What was refused, beside the form that it was sent with. */
export interface Refused {
  /** `nickname`, or the id of the process whose letters they were. */
  readonly form: string;
  readonly message: string;
  /** What was typed. */
  readonly typed: string;
}

export interface YouPage {
  readonly t: Words;
  readonly token: string;
  readonly nickname: string;
  readonly processes: readonly ProcessOfPerson[];
  readonly done?: string | undefined;
  readonly refused?: Refused | undefined;
}

/** The person's own page. It needs no script. */
export function youPage({ t, token, nickname, processes, done, refused }: YouPage): Html {
  const given = processes.filter(({ contributions, around }) => contributions.length > 0 || isAnything(around));
  return html`<h1>${t('title')}</h1>
    ${done !== undefined && html`<p role="status"><strong>${done}</strong></p>`}
    ${refused && html`<p role="alert"><strong>${refused.message}</strong></p>`}
    <section class="stack" aria-labelledby="sent">
      <h2 id="sent">${t('contributions.heading')}</h2>
      ${given.length === 0 ? html`<p>${t('contributions.none')}</p>` : given.map(each => contributionsOf(each, t))}
    </section>
    <section class="stack" aria-labelledby="letters">
      <h2 id="letters">${t('letters.heading')}</h2>
      <p>${t('letters.about')} ${t('processes.more')}</p>
      ${processes.map(each => lettersOf(each, { t, token, refused }))}
    </section>
    ${nicknameForm({ t, token, nickname, refused })}
    <section class="stack" aria-labelledby="data">
      <h2 id="data">${t('data.heading')}</h2>
      <ul>
        <li><a href="/you/download?lang=${t.locale}" download>${t('data.download')}</a></li>
        <li><a href="/you/erase?lang=${t.locale}">${t('data.erase')}</a></li>
      </ul>
      <form method="post" action="/sign-out">
        <p><button>${t('sign-out')}</button></p>
      </form>
    </section>`;
}

const isAnything = ({ ballots, likes, reports, files }: ProcessOfPerson['around']): boolean =>
  ballots.length + likes.length + reports.length + files.length > 0;

/** An address of ours in the language of the page. */
function inLocale(address: string, locale: string): string {
  const url = new URL(address);
  url.searchParams.set('lang', locale);
  return url.href;
}

const spoken = ({ text, lang }: Text): Html => html`<span lang="${lang}">${text}</span>`;

function contributionsOf(
  { title, timeZone, contributions, around, keptUntil, keepDays, sealed, office }: ProcessOfPerson,
  t: Words,
): Html {
  const formats = new Formats(t.locale);
  const label = privacyWords(t.locale);
  const until =
    keptUntil === undefined
      ? keepDays !== undefined && t('kept-open', { days: keepDays })
      : t('kept-until', { date: formats.date(keptUntil, timeZone) });
  const appeals = around.reports.filter(({ reason }) => reason === appealReason);
  const isAppealed = (reference: string, comment: string | undefined): boolean =>
    appeals.some(each => each.reference === reference && each.comment === comment);
  const list = sealed.join(', ');
  const seen = office === undefined ? t('sealed.unnamed', { list }) : t('sealed', { office, list });
  return html`<h3>${spoken(title)}</h3>
    ${contributions.map(
      ({ kind, reference, comment, url, at, subject, protocolNumber, hidden }) =>
        html`<dl>
          <dt>${t('contributions.what')}</dt>
          <dd>${label(`kind.${kind}`)}${subject && html`: ${spoken(subject)}`}</dd>
          <dt>${t('contributions.reference')}</dt>
          <dd>
            ${url === undefined ? html`<bdi>${reference}</bdi>` : html`<a href="${inLocale(url, t.locale)}"><bdi>${reference}</bdi></a>`}
          </dd>
          <dt>${t('contributions.at')}</dt>
          <dd><time datetime="${at}">${formats.instant(at, timeZone)}</time></dd>
          ${
            protocolNumber !== undefined &&
            html`<dt>${t('contributions.protocol')}</dt>
              <dd><bdi>${protocolNumber}</bdi></dd>`
          }
          ${
            hidden &&
            html`<dt>${t('contributions.hidden')}</dt>
              <dd>
                <time datetime="${hidden.at}">${formats.instant(hidden.at, timeZone)}</time>:
                <a href="${appealPath({ reference, comment })}lang=${t.locale}"
                  >${t(isAppealed(reference, comment) ? 'appeal.see' : 'appeal.make')}</a
                >
              </dd>`
          }
        </dl>`,
    )}
    ${aroundOf(around, t)}
    <p>${until} ${sealed.length > 0 && seen}</p>`;
}

/** What somebody likes, reported, and left without sending it. */
function aroundOf({ ballots, likes, reports, files }: ProcessOfPerson['around'], t: Words): Html {
  const reported = reports.filter(({ reason }) => reason !== appealReason).map(({ reference }) => reference);
  return html`${ballots.length > 0 && html`<p>${t('ballots', { list: ballots.join(', ') })}</p>`}
  ${likes.length > 0 && html`<p>${t('likes', { list: likes.join(', ') })}</p>`}
  ${reported.length > 0 && html`<p>${t('reports', { list: reported.join(', ') })}</p>`}
  ${files.length > 0 && html`<p>${t('files', { list: files.map(({ name }) => `\u2068${name}\u2069`).join(', ') })}</p>`}`;
}

interface FormContext {
  readonly t: Words;
  readonly token: string;
  readonly refused: Refused | undefined;
}

/** The letters of one process, with what there is for whoever leaves no address. */
function lettersOf({ id, title, notices, verification }: ProcessOfPerson, { t, token, refused }: FormContext): Html {
  const n = noticeWords(t.locale);
  const feeds = feedWords(t.locale);
  const wrong = refused?.form === id ? refused : undefined;
  const { address } = notices;
  const field = `address-${id}`;
  const describedBy = [wrong && `${field}-error`, address !== undefined && `${field}-hint`].filter(Boolean).join(' ');
  const published = verification !== undefined;
  return html`<details id="process-${id}" ${(wrong !== undefined || address !== undefined) && html`open`}>
    <summary>${spoken(title)}</summary>
    <div class="stack">
      ${verification && html`<p>${t('verification.heading')} ${verificationLine(verification, t)}</p>`}
      ${address !== undefined && !notices.confirmed && html`<p><strong>${t('letters.unconfirmed')}</strong></p>`}
      ${
        published &&
        html`<form method="post" action="/you/letters/${id}?lang=${t.locale}">
          <input type="hidden" name="token" value="${token}" />
          <input type="hidden" name="key" value="${randomUUID()}" />
          ${wrong && html`<p id="${field}-error"><strong>${wrong.message}</strong></p>`}
          <p>
            <label for="${field}">${t('letters.address')}</label><br />
            <input
              id="${field}"
              name="address"
              type="email"
              autocomplete="email"
              dir="ltr"
              value="${wrong?.typed}"
              ${describedBy !== '' && html`aria-describedby="${describedBy}"`}
              ${wrong && html`aria-invalid="true"`}
              ${address === undefined && html`required`}
            />
          </p>
          ${address !== undefined && html`<p id="${field}-hint">${t('letters.address-known', { address: `\u2068${address}\u2069` })}</p>`}
          <fieldset>
            <legend>${t('letters.kinds')}</legend>
            ${offeredKinds.map(kind => {
              const chosen = notices.kinds.includes(kind);
              return html`<p>
                <label>
                  <input type="checkbox" name="kinds[]" value="${kind}" ${chosen && html`checked`} /> ${n(`kind.${kind}`)}
                </label>
              </p>`;
            })}
          </fieldset>
          <p><button name="action" value="save">${t('letters.save')}</button></p>
        </form>`
      }
      ${
        address !== undefined &&
        html`<form method="post" action="/you/letters/${id}?lang=${t.locale}">
          <input type="hidden" name="token" value="${token}" />
          <input type="hidden" name="key" value="${randomUUID()}" />
          <p><button name="action" value="stop">${t('letters.stop')}</button></p>
        </form>`
      }
      ${
        published &&
        html`<p>${t('letters.instead')}</p>
          <ul>
            <li><a href="/processes/${id}/calendar.ics?locale=${t.locale}">${feeds('calendar')}</a></li>
            <li><a href="/processes/${id}/feed.xml?locale=${t.locale}">${feeds('feed')}</a></li>
          </ul>
          <p><a href="/privacy/${id}?lang=${t.locale}">${t('data.privacy')}</a></p>`
      }
    </div>
  </details>`;
}

function nicknameForm({ t, token, nickname, refused }: FormContext & { nickname: string }): Html {
  const wrong = refused?.form === 'nickname' ? refused : undefined;
  return html`<section class="stack" aria-labelledby="name">
    <h2 id="name">${t('nickname.heading')}</h2>
    <p>${t('nickname.about')}</p>
    <form method="post" action="/you/nickname?lang=${t.locale}">
      <input type="hidden" name="token" value="${token}" />
      ${wrong && html`<p id="nickname-error"><strong>${wrong.message}</strong></p>`}
      <p>
        <label for="nickname">${t('nickname.label')}</label><br />
        <input
          id="nickname"
          name="nickname"
          dir="auto"
          autocomplete="off"
          required
          value="${wrong ? wrong.typed : nickname}"
          aria-describedby="nickname-hint${wrong && ' nickname-error'}"
          ${wrong && html`aria-invalid="true"`}
        />
      </p>
      <p id="nickname-hint">${t('nickname.hint', nicknameLength)}</p>
      <p><button>${t('nickname.save')}</button></p>
    </form>
  </section>`;
}
