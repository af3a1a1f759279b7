import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { kindTexts } from '../../../../src/i18n/observation-words.js';
import { enumText, type Words } from '../../../../src/i18n/words.js';
import {
  observationDraftSchema,
  type ObservationDraft,
  type ObservationReceipt,
} from '../../../../src/model/observation-draft.js';
import type { ObservationTerms } from '../../../../src/model/observation-terms.js';
import type { City } from '../../city.js';
import { readForms } from '../../http/form-body.js';
import { submitObservation } from '../../observations/submit-observation.js';
import type { Place } from '../../../../src/model/place.js';
import { observedProcess, speakTerms } from '../../observations/terms.js';
import { Problem } from '../../problems/problem.js';
import { withId } from '../../routes/parameters.js';
import { formToken, isFromOwnPage } from '../../you/form-token.js';
import { asset } from '../assets.js';
import { html, type Html } from '../html.js';
import { link, spoken } from '../marked.js';
import { pageLocale } from '../page-locale.js';
import { wordsBeside } from '../page-words.js';
import { page } from '../page.js';
import { widgetWords } from '../widget-words.js';
import { formQuestions } from './form-fields.js';
import { formSubject, type FormSubject } from './form-subject.js';
import { keepForm, keptForm, type FormFields } from './kept-form.js';

/** The largest form, in bytes: a long text in a script of many bytes. */
const largestForm = 256 * 1024;

const config = { personal: true, audience: 'own-site' } as const;

const formSchema = v.record(v.string(), v.union([v.string(), v.array(v.string())]));

interface Named {
  Params: { id: string };
}
type Posted = Named & { Body: v.InferOutput<typeof formSchema> };

interface View {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly id: string;
  readonly lang: string;
  readonly words: Words;
  readonly terms: ObservationTerms;
  readonly subject: FormSubject;
  readonly fields: FormFields;
}

/** What follows the form of a page without scripts: looking it through, signing in, sending. Nothing that was typed is lost on the way. */
export function observationFormRoutes(app: FastifyInstance, city: City): void {
  const { settings, database, keys, now } = city;
  const { db } = database;

  const viewOf = async (request: FastifyRequest<Named>, reply: FastifyReply, fields: FormFields): Promise<View> => {
    const { id } = request.params;
    const lang = pageLocale(request, settings.locale);
    const words = widgetWords(lang, wordsBeside(lang, settings.locale).locale);
    const languages = { locale: lang, fallback: settings.locale };
    const process = await observedProcess(city, id);
    const terms = await speakTerms(city, process, { ...languages, asOf: now().toISOString() });
    const { document, passage } = fields;
    const subject = await formSubject(city, { process: id, document, passage }, languages);
    return { request, reply, id, lang, words, terms, subject, fields };
  };

  const send = ({ reply, words, lang }: View, title: string, body: Html, status = 200): FastifyReply =>
    reply
      .code(status)
      .type('text/html; charset=utf-8')
      .header('cache-control', 'private, no-store')
      .send(
        page({
          locale: wordsBeside(lang, settings.locale).locale,
          title,
          cityName: settings.cityName,
          head: html`<link rel="stylesheet" href="${asset('text.css')}" />`,
          body: html`<div class="text" lang="${words.locale}">
            <h1>${title}</h1>
            ${body}
          </div>`,
        }),
      );

  /** The form again, with what was typed and what is wrong with it. */
  const sendForm = (view: View, wrong: Html): FastifyReply => {
    const { words, terms, subject, fields, id, lang } = view;
    const body = html`<div role="alert" class="stack">${wrong}</div>
      <form method="post" action="/embed/observation-form/${id}?lang=${lang}" class="stack">
        ${formQuestions({ words, terms, subject, fields })}
        <p><button class="primary">${words.t('observation-form.on')}</button></p>
      </form>`;
    return send(view, words.t('observation-form.heading'), body, 422);
  };

  /** All that will be sent, to be looked through. */
  const sendCheck = async (view: View, kept: string): Promise<FastifyReply> => {
    const { request, words, terms, id, lang, subject, fields } = view;
    const { t, locale } = words;
    const { visitor } = request;
    const again = `/embed/observation-form/${id}/check/${kept}?lang=${lang}`;
    const fact = (name: string, value: string | undefined): Html | false =>
      value !== undefined &&
      value !== '' &&
      html`<dt>${name}</dt>
        <dd>${value.split('\n').map(line => html`<p>${line}</p>`)}</dd>`;
    const kind = terms.kinds.find(({ value }) => value === fields['kind']);
    const theme = terms.themes.find(each => each.id === fields['theme'])?.label.text;
    const token = visitor ? await formToken(city, request) : undefined;
    const asNickname = visitor
      ? t('observation-form.public.as', { nickname: visitor.nickname })
      : t('observation-form.public.nickname');
    const body = html`<dl>
        ${fact(t('observation-form.where.label'), subject.name ?? subject.document)}
        ${kind && fact(t('observation-form.kind.label'), enumText(words, kindTexts, kind).text)}
        ${fact(t('observation-form.title.label'), fields['title'])} ${fact(t('observation-form.text.label'), fields['text'])}
        ${fields['kind'] === 'amendment' && fact(t('observation-form.after.label'), fields['after'])}
        ${fact(t('observation-form.theme.label'), theme)}
        ${fact(t('observation-form.hub.label'), terms.hubs.find(each => each.id === fields['hub'])?.label.text)}
        ${fact(t('observation-form.place.label'), placeOf(view)?.text)}
      </dl>
      <p>
        <strong>${t('observation-form.public.title')}</strong> ${spoken(terms.privacy.published, locale)}
        ${terms.signIn ? asNickname : t('observation-form.public.nobody')}
      </p>
      <p>${spoken(terms.privacy.kept, locale)} ${spoken(terms.privacy.erasure, locale)}</p>
      ${
        terms.signIn && !visitor
          ? html`<p>${t('observation-form.sign-in-text')}</p>
              <p>${link(signInUrl(again, lang), t('observation-form.sign-in-to-send'))}</p>`
          : html`<form method="post" action="/embed/observation-form/${id}/send?lang=${lang}">
              <input type="hidden" name="token" value="${token ?? ''}" /><input type="hidden" name="kept" value="${kept}" />
              <p><button class="primary">${t('observation-form.send')}</button></p>
            </form>`
      }
      <p>
        ${t('observation-form.draft.not-sent')}
        ${link(`/embed/observation-form/${id}/change/${kept}?lang=${lang}`, t('observation-form.change'))}
      </p>`;
    return send(view, t('observation-form.step.check'), body);
  };

  const sendReceipt = (view: View, { reference, at, next, by, url }: ObservationReceipt): FastifyReply => {
    const { words, terms } = view;
    const { t, locale, formats } = words;
    const { timeZone } = terms.process;
    const body = html`<p role="status">${t('observation-form.sent.at', { date: formats.instant(at, timeZone), reference })}</p>
      <p class="reference"><bdi>${reference}</bdi></p>
      ${next && html`<p>${spoken(next, locale)} ${by !== undefined && t('observation-form.next.by', { date: formats.date(by, timeZone) })}</p>`}
      <p>${t('observation-form.sent.keep')}</p>
      ${url !== undefined && html`<p>${link(url, t('observation-form.sent.follow'))}</p>`}`;
    return send(view, t('observation-form.sent.title'), body);
  };

  const keptView = async (request: FastifyRequest<{ Params: { id: string; kept: string } }>, reply: FastifyReply) => {
    const fields = await keptForm(db, keys, request.params.kept, now());
    if (!fields) throw new Problem('not-found');
    return viewOf(request, reply, fields);
  };

  const withKept = v.object({ ...withId.entries, kept: v.pipe(v.string(), v.regex(/^[\w-]{20,60}$/)) });
  app.get<{ Params: { id: string; kept: string } }>(
    '/embed/observation-form/:id/check/:kept',
    { config, schema: { params: withKept, hide: true } },
    async (request, reply) => sendCheck(await keptView(request, reply), request.params.kept),
  );
  app.get<{ Params: { id: string; kept: string } }>(
    '/embed/observation-form/:id/change/:kept',
    { config, schema: { params: withKept, hide: true } },
    async (request, reply) => {
      const view = await keptView(request, reply);
      return sendForm(view, html`<p>${view.words.t('observation-form.draft.not-sent')}</p>`);
    },
  );

  void app.register((scope, _options, ready) => {
    readForms(scope, largestForm);
    const schema = { params: withId, body: formSchema, hide: true };

    scope.post<Posted>('/embed/observation-form/:id', { config, schema }, async (request, reply) => {
      const view = await viewOf(request, reply, fieldsOf(request.body));
      const faults = faultsOf(view);
      if (faults.length > 0) return sendForm(view, html`${faults.map(fault => html`<p>${fault}</p>`)}`);
      const kept = await keepForm(db, keys, view.fields, now());
      return reply.redirect(`/embed/observation-form/${view.id}/check/${kept}?lang=${view.lang}`, 303);
    });

    scope.post<Posted>('/embed/observation-form/:id/send', { config, schema }, async (request, reply) => {
      const { kept = '', token } = fieldsOf(request.body);
      const fields = await keptForm(db, keys, kept, now());
      if (!fields) throw new Problem('not-found');
      const view = await viewOf(request, reply, fields);
      const mine = request.visitor ? await isFromOwnPage(city, request, token) : !view.terms.signIn;
      // The session has ended meanwhile, or somebody else is signed in: it is looked through once more.
      if (!mine) return sendCheck(view, kept);
      try {
        // What is kept is sent once, however often the button is pressed.
        const arrival = { visitor: request.visitor, key: kept, locale: view.lang };
        const receipt = await submitObservation(city, draftOf(view), arrival);
        city.news.changed();
        return await sendReceipt(view, receipt);
      } catch (error) {
        return sendForm(view, refusalOf(error, view.words));
      }
    });
    ready();
  });
}

const signInUrl = (back: string, locale: string): string =>
  `/api/v1/session/sign-in?${new URLSearchParams({ locale, return: back }).toString()}`;

/** The fields as they were typed; forms send the end of a line as two signs. */
const fieldsOf = (form: Readonly<Record<string, string | string[]>>): FormFields =>
  Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value.replaceAll('\r\n', '\n')]] : [])),
  );

/** The place as it was written, else the name of the hub. */
function placeOf({ fields: { place = '', hub = '' }, terms }: Pick<View, 'fields' | 'terms'>): Place | undefined {
  const chosen = terms.hubs.find(({ id }) => id === hub);
  const text = place.trim() === '' ? chosen?.label.text : place.trim();
  return text === undefined ? undefined : { text, ...(chosen && { hub: chosen.id }) };
}

/** What can be said without asking the database. */
function faultsOf(view: View): string[] {
  const { fields, terms, subject, words } = view;
  const { t } = words;
  const { kind, text = '', title = '', after, theme = '' } = fields;
  const faults: string[] = [];
  if (!terms.kinds.some(({ value }) => value === kind)) faults.push(t('observation-form.error.kind'));
  if (terms.fields.title === 'required' && title.trim() === '') faults.push(t('observation-form.error.title'));
  if (terms.fields.theme === 'required' && theme === '') faults.push(t('observation-form.error.theme'));
  if (terms.fields.place === 'required' && !placeOf(view)) faults.push(t('observation-form.error.place'));
  if (kind === 'amendment' && (after ?? subject.words) === subject.words) faults.push(t('observation-form.error.same'));
  if (kind !== 'amendment' && text.trim() === '') faults.push(t('observation-form.error.text'));
  return faults;
}

/** @throws Problem `invalid-fields` for what no form of ours sends. */
function draftOf(view: View): ObservationDraft {
  const { id, fields, subject, lang } = view;
  const { kind, text, title, after, theme = '' } = fields;
  const place = placeOf(view);
  const { document, version, passage, words = '' } = subject;
  const read = v.safeParse(observationDraftSchema, {
    subject: {
      process: id,
      ...(document !== undefined && { document, version }),
      ...(passage !== undefined && { passage }),
    },
    kind,
    ...(title !== undefined && { title }),
    text: text ?? '',
    ...(kind === 'amendment' && { wording: { before: words, after: after ?? '' } }),
    ...(theme !== '' && { theme }),
    ...(place && { place }),
    lang: lang.split('-')[0],
  });
  if (!read.success) throw new Problem('invalid-fields', { fields: [{ pointer: '/', detail: 'not a form of ours' }] });
  return read.output;
}

function refusalOf(error: unknown, { t }: Words): Html {
  if (!(error instanceof Problem)) throw error;
  const why =
    {
      'not-asked': t('observation-form.refused.closed'),
      'text-changed': t('observation-form.refused.conflict'),
      'not-entitled': t('observation-form.refused.not-entitled'),
      'sign-in-first': t('observation-form.refused.unauthenticated'),
      'too-many-requests': t('observation-form.refused.rate-limited'),
    }[error.problem as string] ?? t('observation-form.refused.invalid');
  return html`<p><strong>${t('observation-form.refused.title')}</strong></p>
    <p>${why} ${t('observation-form.refused.kept')}</p>`;
}
