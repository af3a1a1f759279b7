import type { FastifyInstance } from 'fastify';
import type { City } from '../city.js';
import type { KeptAnswers } from '../http/kept-answers.js';
import { problemWords } from '../problems/problem-words.js';
import { Problem, problems, type ProblemName } from '../problems/problem.js';
import { speakers, type KeyOf } from '../words/words.js';
import { html } from './html.js';
import { pageLocale } from './page-locale.js';
import { page } from './page.js';
import ar from './problem-page-words.ar.json';
import en from './problem-page-words.en.json';
import it from './problem-page-words.it.json';
import { sendPage } from './send-page.js';

const words = speakers<KeyOf<typeof it>>([it, en, ar]);

const isProblem = (name: string): name is ProblemName => Object.hasOwn(problems, name);

/** What stands behind the `type` of a problem document: what it means, for people and for developers. */
export function problemPageRoutes(app: FastifyInstance, { settings }: City, answers: KeptAnswers): void {
  app.get<{ Params: { name: string } }>('/problems/:name', { schema: { hide: true } }, (request, reply) => {
    const { name } = request.params;
    const t = words(pageLocale(request, settings.locale));
    return sendPage(request, reply, { answers, settings, key: `problem ${name} ${t.locale}` }, () => {
      if (!isProblem(name)) throw new Problem('not-found');
      const [status, reason] = problems[name];
      const title = problemWords(t.locale)(`${name}.title`);
      const body = html`<h1>${title}</h1>
        <h2>${t('what')}</h2>
        <p>${t(`${name}.about`)}</p>
        <h2>${t('for-developers')}</h2>
        <p>${t('document')}</p>
        <dl>
          <dt>${t('type')}</dt>
          <dd><code dir="ltr">${new URL(`/problems/${name}`, settings.url).href}</code></dd>
          <dt>${t('status')}</dt>
          <dd><code>${status}</code></dd>
          <dt>${t('reason')}</dt>
          <dd><code dir="ltr">${reason}</code></dd>
        </dl>`;
      const inLanguage = (locale: string): string => `/problems/${name}?lang=${locale}`;
      return Promise.resolve(page({ locale: t.locale, title, cityName: settings.cityName, body, inLanguage }));
    });
  });
}
