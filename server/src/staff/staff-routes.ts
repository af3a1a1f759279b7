import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import type { City } from '../city.js';
import { speakProcess } from '../content/speak.js';
import { readForms } from '../http/form-body.js';
import { readerLocale } from '../http/reader-locale.js';
import { html } from '../pages/html.js';
import { spoken } from '../pages/marked.js';
import { idSchema } from '../routes/parameters.js';
import type { Role } from '../sign-in/visitor.js';
import { isFromOwnPage } from '../you/form-token.js';
import { answerOne, answerPage } from './answer-page.js';
import { decide, decidePage } from './decide-page.js';
import { atDesk, field, formSchema, onForm, sendAlone, signInUrl, staffConfig as config, type Desk, type Form } from './desk.js';
import { beginExamination, figuresPage } from './figures-page.js';
import { checkFile, filePage, publishFile, readUpload } from './file-page.js';
import { logPage } from './log-page.js';
import { enterPaper, paperPage } from './paper-page.js';
import { hiddenPage, reportsPage } from './reports-page.js';
import { staffWords } from './staff-words.js';

/** The largest form with a text in it, and the largest file of answers, in bytes. */
const largest = { form: 256 * 1024, file: 8 * 1024 * 1024 };

const params = v.object({ process: idSchema });

interface Named {
  Params: { process: string };
}
type Work = (desk: Desk) => Promise<FastifyReply>;
type Doing = (desk: Desk, form: Form) => Promise<FastifyReply>;

/** The desk of the participation office: pages for people who work for the city. They need no script. */
export function staffRoutes(app: FastifyInstance, city: City): void {
  app.get('/staff', { config, schema: { hide: true } }, (request, reply) => chooseProcess(city, request, reply));

  const pages: readonly [path: string, role: Role, work: Work][] = [
    ['', 'official', figuresPage],
    ['/reports', 'official', reportsPage],
    ['/hidden', 'official', hiddenPage],
    ['/decide', 'official', desk => decidePage(desk)],
    ['/paper', 'hub-operator', desk => paperPage(desk)],
    ['/answer', 'official', desk => answerPage(desk)],
    ['/file', 'official', desk => filePage(desk)],
    ['/log', 'official', logPage],
  ];
  for (const [path, role, work] of pages) {
    app.get<Named>(`/staff/:process${path}`, { config, schema: { params, hide: true } }, (request, reply) =>
      atDesk(city, request, reply, role, work),
    );
  }

  const forms: readonly [path: string, role: Role, work: Doing][] = [
    ['/examine', 'official', beginExamination],
    ['/decide', 'official', decide],
    ['/paper', 'hub-operator', enterPaper],
    ['/answer', 'official', answerOne],
    ['/file/publish', 'official', publishFile],
  ];
  void app.register((scope, _options, ready) => {
    readForms(scope, largest.form);
    for (const [path, role, work] of forms) {
      const schema = { params, body: formSchema, hide: true };
      scope.post<Named>(`/staff/:process${path}`, { config, schema }, (request, reply) =>
        atDesk(city, request, reply, role, desk => onForm(desk, form => work(desk, form))),
      );
    }
    ready();
  });

  void app.register(async scope => {
    await scope.register(multipart, { limits: { files: 1, fields: 5, fileSize: largest.file, fieldSize: 2000 } });
    scope.post<Named>('/staff/:process/file', { config, schema: { params, hide: true } }, (request, reply) =>
      atDesk(city, request, reply, 'official', async desk => {
        const { form, upload } = await readUpload(request);
        if (await isFromOwnPage(city, request, field(form, 'token'))) return checkFile(desk, upload);
        const { t } = desk;
        return sendAlone(city, reply.code(403), t, { title: t('expired.title'), about: t('expired.about') });
      }),
    );
  });
}

/** The processes in which observations are made. */
async function chooseProcess(city: City, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const t = staffWords(readerLocale(request, city.settings.locale));
  const { visitor } = request;
  if (!visitor) return reply.redirect(signInUrl(request, t), 303);
  if (visitor.roles.length === 0) {
    return sendAlone(city, reply.code(403), t, { title: t('forbidden.title'), about: t('forbidden.about') });
  }
  const ids = await city.content.ids('process');
  const all = await Promise.all(ids.map(id => city.content.process(id)));
  const open = all.filter(process => process?.observations).filter(process => process !== undefined);
  // Who enters what came on paper can do nothing else here.
  const end = visitor.roles.includes('official') ? '' : '/paper';
  const item = (process: (typeof open)[number]) => {
    const { title } = speakProcess(process, { locale: t.locale, fallback: city.settings.locale });
    return html`<li><a href="/staff/${process.id}${end}?lang=${t.locale}">${spoken(title, t.locale)}</a></li>`;
  };
  const about =
    open.length === 0
      ? html`<p>${t('no-process')}</p>`
      : html`<h2>${t('choose-process')}</h2>
          <ul>
            ${open.map(item)}
          </ul>`;
  return sendAlone(city, reply, t, { title: t('title'), about });
}
