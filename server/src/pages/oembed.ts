import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import type { City } from '../city.js';
import type { KeptAnswers } from '../http/kept-answers.js';
import { Problem } from '../problems/problem.js';
import { idSchema } from '../routes/parameters.js';
import { isEmbedName, type EmbedName } from './embed-widgets.js';
import { html } from './html.js';
import { attributes, link } from './marked.js';
import { pageLocale } from './page-locale.js';
import { wordsBeside } from './page-words.js';
import { readTeaserSubject, teaserLinks } from './teaser-subject.js';

/** Size of a teaser where nobody asks for another, in CSS pixels. What does not fit is scrolled. */
const usual = { width: 600, height: 300 } as const;

const pixels = v.exactOptional(
  v.pipe(
    v.string(),
    v.regex(/^\d{1,5}$/),
    v.transform(Number),
    v.check(value => value > 0),
  ),
);

const querySchema = v.object({
  url: v.pipe(v.string(), v.maxLength(2000)),
  maxwidth: pixels,
  maxheight: pixels,
  format: v.optional(v.string(), 'json'),
});

type Query = v.InferOutput<typeof querySchema>;

/**
 * Describes a page to a site that was given its address (oEmbed 1.0). What it gives is a frame with the teaser, never the page itself:
 * sites put such frames into a sandbox without storage and forms, where nobody could sign in. WordPress keeps only a quotation and a
 * frame, and hides the frame unless a script in it speaks; so the quotation holds the link.
 */
export function oembedRoutes(app: FastifyInstance, city: City, answers: KeptAnswers): void {
  app.get<{ Querystring: Query }>('/oembed', { schema: { hide: true, querystring: querySchema } }, (request, reply) => {
    const { url, format, maxwidth, maxheight } = request.query;
    // The specification asks for this status where a format is not offered.
    if (format !== 'json' && format !== 'xml') return reply.code(501).type('text/plain; charset=utf-8').send('json, xml');
    const { name, id, lang } = subjectOf(url, city.settings);
    const size = { width: Math.min(usual.width, maxwidth ?? Infinity), height: Math.min(usual.height, maxheight ?? Infinity) };
    const key = `oembed ${format} ${name} ${id} ${lang} ${String(size.width)} ${String(size.height)}`;
    const type = format === 'json' ? 'application/json' : 'text/xml; charset=utf-8';
    const make = async (): Promise<string> => {
      const answer = await describe(city, { name, id, lang, size });
      return format === 'json' ? JSON.stringify(answer) : asXml(answer);
    };
    return answers.send(request, reply, key, make, { type });
  });
}

/** @throws Problem `not-found` for an address that is no embed page of this server. */
function subjectOf(address: string, { url, locale }: City['settings']): Omit<Subject, 'size'> {
  const asked = URL.canParse(address) ? new URL(address) : undefined;
  const own = asked?.origin === url.origin ? asked : undefined;
  const [, name = '', id] = /^\/embed\/([a-z-]+)\/([^/]+)\/?$/.exec(own?.pathname ?? '') ?? [];
  if (!own || !isEmbedName(name) || !v.is(idSchema, id)) throw new Problem('not-found');
  return { name, id, lang: pageLocale({ query: Object.fromEntries(own.searchParams), headers: {} }, locale) };
}

interface Subject {
  name: EmbedName;
  id: string;
  lang: string;
  size: { width: number; height: number };
}

type Description = Readonly<Record<string, string | number>>;

async function describe(city: City, { name, id, lang, size }: Subject): Promise<Description> {
  const { settings } = city;
  const subject = await readTeaserSubject(city, { name, id, lang });
  const title = subject.title.text;
  const at = (path: string): string => new URL(`/${path}/${name}/${id}?lang=${lang}`, settings.url).href;
  const address = link(at('embed'), `${title} - ${wordsBeside(lang, settings.locale)(teaserLinks[name])}`);
  const [width, height] = [String(size.width), String(size.height)];
  const frame = attributes({ src: at('teaser'), width, height, title, loading: 'lazy' });
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: settings.cityName,
    provider_url: settings.url.href,
    cache_age: 3600,
    ...size,
    html: html`<blockquote>${address}</blockquote><iframe${frame}></iframe>`.text,
  };
}

function asXml(description: Description): string {
  const elements = Object.entries(description).map(([name, value]) => `<${name}>${html`${value}`.text}</${name}>`);
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${elements.join('')}</oembed>\n`;
}
