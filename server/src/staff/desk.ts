import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import type { City } from '../city.js';
import { readerLocale } from '../http/reader-locale.js';
import { observedProcess, type ObservedProcess } from '../observations/terms.js';
import { html, type Html } from '../pages/html.js';
import { page } from '../pages/page.js';
import { Problem } from '../problems/problem.js';
import type { Role, Visitor } from '../sign-in/visitor.js';
import { formToken, isFromOwnPage } from '../you/form-token.js';
import { staffNav, type StaffPart } from './staff-nav.js';
import { staffWords, type StaffSpeaker } from './staff-words.js';

/** Routes for officials: their own, never kept, never framed. */
export const staffConfig = { personal: true, audience: 'own-site' } as const;

/** A form of these pages. What is in it each route looks at itself. */
export const formSchema = v.record(v.string(), v.union([v.string(), v.array(v.string())]));

export type Form = Readonly<Record<string, string | string[] | undefined>>;

/** One field of a form, as it was typed. */
export const field = (form: Form | undefined, name: string): string => {
  const value = form?.[name];
  return typeof value === 'string' ? value : '';
};

/** What a page for officials needs. */
export interface Desk {
  readonly city: City;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly t: StaffSpeaker;
  readonly visitor: Visitor;
  readonly process: ObservedProcess;
}

interface StaffPage {
  readonly title: string;
  readonly part: StaffPart;
  readonly body: Html;
  readonly status?: number;
}

const noStore = 'private, no-store';

/**
 * Lets somebody in who works for the city: who is not signed in is sent to do so and comes back, who has no such role is told.
 *
 * @param role - `official`, or `hub-operator` where those may do it too.
 */
export async function atDesk(
  city: City,
  request: FastifyRequest,
  reply: FastifyReply,
  role: Role,
  work: (desk: Desk) => Promise<FastifyReply>,
): Promise<FastifyReply> {
  const t = staffWords(readerLocale(request, city.settings.locale));
  const { visitor } = request;
  if (!visitor) return reply.redirect(signInUrl(request, t), 303);
  const may = visitor.roles.includes('official') || (role === 'hub-operator' && visitor.roles.includes('hub-operator'));
  if (!may) return sendAlone(city, reply.code(403), t, { title: t('forbidden.title'), about: t('forbidden.about') });
  const { process: id } = request.params as { process: string };
  return work({ city, request, reply, t, visitor, process: await observedProcess(city, id) });
}

/** Does what a form asks for, when the form is from these pages. */
export async function onForm(desk: Desk, work: (form: Form) => Promise<FastifyReply>): Promise<FastifyReply> {
  const { city, request, reply, t } = desk;
  const form = request.body as Form;
  if (await isFromOwnPage(city, request, form['token'])) {
    const answer = await work(form);
    city.news.changed();
    return answer;
  }
  return sendAlone(city, reply.code(403), t, { title: t('expired.title'), about: t('expired.about') });
}

/** Sends a page with the ways to the other parts of the desk. */
export function sendDesk(
  { city, request, reply, t, process, visitor }: Desk,
  { title, part, body, status = 200 }: StaffPage,
): FastifyReply {
  // Who may only enter what came on paper is shown no way to what they may not do.
  const content = html`${visitor.roles.includes('official') && staffNav(process.id, part, t)}
    <h1>${title}</h1>
    ${body}`;
  const { pathname, searchParams } = new URL(request.url, city.settings.url);
  const inLanguage = (tag: string): string => {
    const query = new URLSearchParams(searchParams);
    query.set('lang', tag);
    return `${pathname}?${query.toString()}`;
  };
  // A page that a form led to has no address of its own in another language.
  const choice = request.method === 'GET' ? { inLanguage } : {};
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('cache-control', noStore)
    .send(page({ locale: t.locale, title, cityName: city.settings.cityName, body: content, ...choice }));
}

/** A page without the ways to the others. */
export function sendAlone(
  { settings }: Pick<City, 'settings'>,
  reply: FastifyReply,
  t: StaffSpeaker,
  { title, about }: { title: string; about: Html | string },
): FastifyReply {
  const body = html`<h1>${title}</h1>
    ${typeof about === 'string' ? html`<p>${about}</p>` : about}`;
  return reply
    .type('text/html; charset=utf-8')
    .header('cache-control', noStore)
    .send(page({ locale: t.locale, title, cityName: settings.cityName, body }));
}

export function signInUrl({ method, url }: FastifyRequest, { locale }: StaffSpeaker): string {
  const { pathname, searchParams } = new URL(url, 'http://desk.invalid');
  // What was sent with a form is gone by then; the page with the form comes back.
  const path = method === 'GET' ? pathname : pathname.replace(/\/(examine|publish)$/, '');
  searchParams.set('lang', locale);
  return `/api/v1/session/sign-in?${new URLSearchParams({ locale, return: `${path}?${searchParams.toString()}` }).toString()}`;
}

/** Fields that every form carries: that it is from these pages, and a key by which a second click does nothing twice. */
export async function formFields({ city, request }: Desk): Promise<Html> {
  const token = (await formToken(city, request)) ?? '';
  return html`<input type="hidden" name="token" value="${token}" /><input type="hidden" name="key" value="${randomUUID()}" />`;
}

/** The key of a form. @throws Problem `idempotency-key-missing` */
export function keyOf(form: Form): string {
  const key = field(form, 'key');
  if (!/^[\w-]{8,100}$/.test(key)) throw new Problem('idempotency-key-missing');
  return key;
}
