import type { HandOver, SessionService } from '../backend.js';
import type { HandedDraft } from '../../model/handed-draft.js';
import { isSafeHref } from '../../model/link.js';
import { sessionSchema } from '../../model/session.js';
import { hold, holdGivenUp, holdModel, shown } from './expectations.js';
import { key } from './key.js';
import { NotApplicable, type Rule } from './subject.js';

export const sessionRules: readonly Rule<'session'>[] = [
  {
    rule: 'says whether people can sign in, and where when they can',
    check({ service }) {
      hold(typeof service.can.signIn === 'boolean', `can.signIn was ${shown(service.can.signIn)}`);
      const url = service.signInUrl('https://city.example/page?a=1#b');
      if (service.can.signIn || url !== undefined) {
        hold(typeof url === 'string' && url !== '' && isSafeHref(url), `the address was ${shown(url)}`);
      }
      return Promise.resolve();
    },
  },
  {
    rule: 'says signed-out and nothing more when nobody is signed in',
    async check({ service, process, signOut }) {
      await signOut();
      const session = await service.current(process);
      hold(JSON.stringify(session) === '{"type":"signed-out"}', `it said ${shown(session)}`);
    },
  },
  {
    rule: 'tells of somebody who is signed in only what the model knows',
    async check({ service, process, signIn }) {
      await signIn();
      const session = await service.current(process);
      hold(session.type === 'signed-in', `it said ${shown(session)}`);
      holdModel(sessionSchema, session, 'the session');
    },
  },
  {
    rule: 'forgets the person after signing out',
    async check({ service, process, signIn, signOut }) {
      await signIn();
      await signOut();
      const session = await service.current(process);
      hold(session.type === 'signed-out', `it said ${shown(session)}`);
    },
  },
  {
    rule: 'rejects with an AbortError when the call was given up before it began',
    check: ({ service, process }) => holdGivenUp(signal => service.current(process, { signal }), 'before'),
  },
  {
    rule: 'watch returns a function that ends it',
    check({ service }) {
      const end = service.watch(() => undefined);
      hold(typeof (end as unknown) === 'function', `it returned ${shown(end)}`);
      end();
      // Widgets end what they watch when they leave the page, and some leave twice.
      end();
      return Promise.resolve();
    },
  },
  {
    rule: 'calls nobody back after the watching was ended',
    async check({ service, signIn, signOut }) {
      let calls = 0;
      service.watch(() => (calls += 1))();
      await signIn();
      await signOut();
      hold(calls === 0, `it called back ${String(calls)} times`);
    },
  },
  {
    rule: 'leads to the city’s page with the widget, where nobody can be known on this one',
    check({ service, pact }) {
      const url = handOverOf(service).pageUrl({ widget: 'pact-viewer', subject: pact }, { lang: 'it', version: undefined });
      hold(URL.canParse(url) && /^https?:/.test(url), `the address was ${shown(url)}`);
      const { searchParams, hash } = new URL(url);
      hold(searchParams.get('lang') === 'it' && !searchParams.has('version') && hash === '', `the address was ${shown(url)}`);
      return Promise.resolve();
    },
  },
  {
    rule: 'leaves each draft in a place of its own, and puts nothing of it into the address',
    async check({ service, pact }) {
      const handOver = handOverOf(service);
      const leave = (): Promise<string> => handOver.leave(draftFor(pact), { idempotencyKey: key() });
      const [first, second] = [await leave(), await leave()];
      hold(/^[\w=.~-]+$/.test(first), `what stands behind the # was ${shown(first)}`);
      hold(first !== second, `both had ${shown(first)}`);
      hold(!first.includes(pact), `the address says what it is about: ${shown(first)}`);
    },
  },
  {
    rule: 'leaves no draft that was given up before it began',
    check({ service, pact }) {
      const handOver = handOverOf(service);
      return holdGivenUp(signal => handOver.leave(draftFor(pact), { signal, idempotencyKey: key() }), 'before');
    },
  },
];

function handOverOf({ handOver }: SessionService): HandOver {
  if (!handOver) throw new NotApplicable('people take part on this very page');
  return handOver;
}

const draftFor = (subject: string): HandedDraft => ({
  widget: 'pact-viewer',
  subject,
  draft: { version: 1, accept: true },
  back: 'https://newspaper.example/article',
});
