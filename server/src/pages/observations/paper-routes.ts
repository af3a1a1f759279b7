import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { City } from '../../city.js';
import type { KeptAnswers } from '../../http/kept-answers.js';
import { observedProcess, speakTerms } from '../../observations/terms.js';
import { asset } from '../assets.js';
import { attributesOf } from '../embed-widgets.js';
import { html } from '../html.js';
import { sendMissingPage } from '../missing-page.js';
import { pageLocale } from '../page-locale.js';
import { wordsBeside } from '../page-words.js';
import { page } from '../page.js';
import { sendPage } from '../send-page.js';
import { widgetWords } from '../widget-words.js';
import { formSubject } from './form-subject.js';
import { paperForm } from './paper-page.js';
import { paperWords } from './paper-words.js';
import { readableCode, shortCode, ShortCodes, type CodedSubject } from './short-code.js';

/** How long a sheet may say that observations are still taken after they no longer are, in milliseconds. */
const span = 60_000;

const queryOf = ({ document, passage }: Omit<CodedSubject, 'process'>, more: Readonly<Record<string, string>> = {}): string => {
  const query = { ...(document !== undefined && { document }), ...(passage !== undefined && { passage }), ...more };
  const text = new URLSearchParams(query).toString();
  return text && `?${text}`;
};

type PaperRequest = FastifyRequest<{ Params: { id: string }; Querystring: Record<string, unknown> }>;

/** The form on paper, and the short addresses that are printed on it. */
export function paperRoutes(app: FastifyInstance, city: City, answers: KeptAnswers): void {
  const { settings, now } = city;
  const codes = new ShortCodes(city);

  app.get('/embed/observation-form/:id/paper', { schema: { hide: true } }, (request: PaperRequest, reply) => {
    const { id } = request.params;
    const lang = pageLocale(request, settings.locale);
    const { document, passage } = attributesOf('observation-form', request.query);
    const asOf = new Date(Math.floor(now().getTime() / span) * span).toISOString();
    const key = `paper ${id} ${lang} ${JSON.stringify([document, passage])} ${asOf}`;
    return sendPage(request, reply, { answers, settings, key }, () => paperPage(city, { id, lang, document, passage, asOf }));
  });

  app.get<{ Params: { code: string } }>('/o/:code', { schema: { hide: true } }, async (request, reply) => {
    const subject = await codes.find(request.params.code);
    if (!subject) return sendMissingPage(reply, pageLocale(request, settings.locale), settings);
    return reply
      .header('cache-control', 'public, max-age=60')
      .redirect(`/embed/observation-form/${subject.process}${queryOf(subject)}`, 302);
  });
}

interface Wish {
  readonly id: string;
  readonly lang: string;
  readonly document: string | undefined;
  readonly passage: string | undefined;
  readonly asOf: string;
}

async function paperPage(city: City, { id, lang, document, passage, asOf }: Wish): Promise<string> {
  const { settings } = city;
  const { locale } = wordsBeside(lang, settings.locale);
  const languages = { locale: lang, fallback: settings.locale };
  const paper = paperWords(locale);
  const process = await observedProcess(city, id);
  const terms = await speakTerms(city, process, { ...languages, asOf });
  const subject = await formSubject(city, { process: id, document, passage }, languages);
  const code = readableCode(shortCode({ process: id, document: subject.document, passage: subject.passage }));
  return page({
    locale,
    title: `${paper('title')}: ${terms.process.title.text}`,
    cityName: settings.cityName,
    head: html`<link rel="stylesheet" href="${asset('paper.css')}" />`,
    body: paperForm({
      words: widgetWords(lang, locale),
      paper,
      terms,
      subject,
      online: `/embed/observation-form/${id}${queryOf(subject, { lang })}`,
      code,
      address: new URL(`/o/${code}`, settings.url).href,
    }),
    inLanguage: tag => `/embed/observation-form/${id}/paper${queryOf(subject, { lang: tag })}`,
  });
}
