import { expect } from '@open-wc/testing';
import type { HandOver, SessionService } from '../../src/backend/backend.js';
import { http } from '../../src/backend/http/http.js';
import { open, seal } from '../../src/backend/http/sealed-text.js';
import { failure, server, type SeenRequest } from '../support/api-client.js';

const place = { widget: 'pact-viewer', subject: 'aria-clima-2026' };
const back = `${location.origin}/giornale/articolo?pagina=2`;
const draft = { ...place, draft: { version: 2, accept: true, text: 'Più alberi in via Padova' }, back };

/** Two pages of one server: one of somebody else, and the city's own. */
function pages(kind = 'fine'): {
  handOver: HandOver;
  session: SessionService;
  bodies: string[];
  requests: () => Promise<SeenRequest[]>;
} {
  const bodies: string[] = [];
  const listening: typeof fetch = (url, init) => {
    if (typeof init?.body === 'string') bodies.push(init.body);
    return fetch(url, init);
  };
  const { backend, base, requests } = server(kind, { credentials: 'omit', pages: '/', fetch: listening });
  const { session } = http(base);
  if (!backend.session?.handOver || !session) throw new Error('no way to the city');
  return { handOver: backend.session.handOver, session, bodies, requests };
}

let keys = 0;
const leave = (handOver: HandOver, what = draft): Promise<string> =>
  handOver.leave(what, { idempotencyKey: `hand-over-${String((keys += 1))}` });

/** The address of the city's page, as the browser has it after following the link. */
const arriveWith = (fragment: string): void => history.replaceState(null, '', `#${fragment}`);

describe('handing over to the city’s page', () => {
  afterEach(() => {
    sessionStorage.clear();
    history.replaceState(null, '', location.pathname + location.search);
  });

  describe('the address of the city’s page', () => {
    const handOver = (...args: Parameters<typeof http>): HandOver | undefined => http(...args).session?.handOver;

    it('is beside the API, with what its page is told', () => {
      const url = handOver('https://partecipa.example/servizi/api')?.pageUrl(place, { lang: 'it', version: 2 });
      expect(url).to.equal('https://partecipa.example/servizi/embed/pact-viewer/aria-clima-2026?lang=it&version=2');
    });

    it('is where the page says that it is', () => {
      const url = handOver('https://api.example/', { pages: 'https://partecipa.example' })?.pageUrl(place, {});
      expect(url).to.equal('https://partecipa.example/embed/pact-viewer/aria-clima-2026');
    });

    it('is not guessed when the API stands alone', () => {
      expect(handOver('https://api.example/')).to.equal(undefined);
    });

    it('is not needed where the person can be known', () => {
      expect(handOver('/api')).to.equal(undefined);
      expect(handOver('https://partecipa.example/api', { credentials: 'include' })).to.equal(undefined);
      expect(handOver('https://partecipa.example/api', { getToken: () => 'anna' })).to.equal(undefined);
    });

    it('has its other end only on the city’s own pages', () => {
      expect(http('/api').session?.takeOver).to.be.a('function');
      expect(http('/api', { credentials: 'omit' }).session?.takeOver).to.equal(undefined);
      expect(http('https://partecipa.example/api', { getToken: () => 'anna' }).session?.takeOver).to.equal(undefined);
    });
  });

  describe('a draft', () => {
    it('comes to the city’s page as it was left, with the way back', async () => {
      const { handOver, session } = pages();
      arriveWith(await leave(handOver));
      const taken = await session.takeOver?.(place);
      expect(taken?.draft).to.deep.equal(draft.draft);
      expect(taken?.back).to.equal(back);
    });

    it('leaves the page without a word that the server could read, without cookie and without token', async () => {
      const { handOver, bodies, requests } = pages();
      document.cookie = 'person=anna; path=/';
      const [, key = ''] = (await leave(handOver)).split('.');
      document.cookie = 'person=; path=/';
      expect(bodies).to.have.length(1);
      for (const secret of ['alberi', 'pact-viewer', 'giornale', key]) expect(bodies[0]).not.to.contain(secret);
      const [sent] = await requests();
      expect(sent?.path).to.equal('drafts');
      for (const name of ['cookie', 'authorization']) expect(sent?.headers).not.to.have.property(name);
    });

    it('is out of the address before anything else happens', async () => {
      const { handOver, session } = pages();
      arriveWith(await leave(handOver));
      const taking = session.takeOver?.(place);
      expect(location.hash).to.equal('');
      await taking;
    });

    it('is there again after the way through the sign-in, until it is used', async () => {
      const { handOver, session } = pages();
      arriveWith(await leave(handOver));
      await session.takeOver?.(place);
      const again = await session.takeOver?.(place);
      expect(again?.draft).to.deep.equal(draft.draft);
      again?.done();
      expect(sessionStorage.length).to.equal(0);
      expect(await session.takeOver?.(place)).to.equal(undefined);
    });

    it('is for its own widget and nobody else', async () => {
      const { handOver, session } = pages();
      arriveWith(await leave(handOver));
      expect(await session.takeOver?.({ ...place, subject: 'bilancio' })).to.equal(undefined);
      expect((await session.takeOver?.(place))?.draft).to.deep.equal(draft.draft);
    });

    it('leads back to no site but the one that left it', async () => {
      const { handOver, session } = pages();
      for (const elsewhere of ['https://altrove.example/', '/relativo', 'mailto:qualcuno@altrove.example']) {
        arriveWith(await leave(handOver, { ...draft, back: elsewhere }));
        const taken = await session.takeOver?.(place);
        expect(taken?.draft).to.deep.equal(draft.draft);
        expect(taken?.back).to.equal(undefined);
        taken?.done();
      }
    });

    it('is refused when its way back is a script', async () => {
      const { handOver, session } = pages();
      arriveWith(await leave(handOver, { ...draft, back: 'javascript:alert(1)' }));
      expect((await failure(session.takeOver?.(place))).reason).to.equal('malformed');
    });

    it('is lost to whoever comes second', async () => {
      const { handOver, session } = pages();
      const fragment = await leave(handOver);
      arriveWith(fragment);
      (await session.takeOver?.(place))?.done();
      arriveWith(fragment);
      expect((await failure(session.takeOver?.(place))).reason).to.equal('not-found');
      expect(location.hash).to.equal('');
      expect(await session.takeOver?.(place)).to.equal(undefined);
    });

    it('stays closed to another key', async () => {
      const { handOver, session } = pages();
      const [id = ''] = (await leave(handOver)).split('.');
      const { key } = await seal('');
      arriveWith(`${id}.${key}`);
      expect((await failure(session.takeOver?.(place))).reason).to.equal('malformed');
      expect(sessionStorage.length).to.equal(0);
    });

    it('is forgotten after an hour on a computer that stays on', async () => {
      const { handOver, session } = pages();
      arriveWith(await leave(handOver));
      await session.takeOver?.(place);
      const name = sessionStorage.key(0) ?? '';
      const kept = JSON.parse(sessionStorage.getItem(name) ?? '') as { until: number };
      expect(kept.until - Date.now()).to.be.within(3_590_000, 3_600_000);
      sessionStorage.setItem(name, JSON.stringify({ ...kept, until: Date.now() - 1 }));
      expect(await session.takeOver?.(place)).to.equal(undefined);
      expect(sessionStorage.length).to.equal(0);
    });

    it('comes over also where storage throws', async () => {
      const { getItem, setItem, removeItem } = Storage.prototype;
      const closed = (): never => {
        throw new DOMException('closed', 'SecurityError');
      };
      Object.assign(Storage.prototype, { getItem: closed, setItem: closed, removeItem: closed });
      try {
        const { handOver, session } = pages();
        expect(await session.takeOver?.({ ...place, subject: 'niente' })).to.equal(undefined);
        arriveWith(await leave(handOver));
        const taken = await session.takeOver?.(place);
        expect(taken?.draft).to.deep.equal(draft.draft);
        taken?.done();
        expect(await session.takeOver?.(place)).to.equal(undefined);
      } finally {
        Object.assign(Storage.prototype, { getItem, setItem, removeItem });
      }
    });

    for (const [kind, reason] of [
      ['status403', 'not-entitled'],
      ['down', 'unavailable'],
      ['garbled', 'malformed'],
    ] as const) {
      it(`that a server does not take ('${kind}') fails as ${reason}, once`, async () => {
        const { handOver, requests } = pages(kind);
        expect((await failure(leave(handOver))).reason).to.equal(reason);
        expect((await requests()).length).to.equal(1);
      });
    }

    it('is not sent from a page without HTTPS, where nothing can be locked', async () => {
      const { handOver, requests } = pages();
      Object.defineProperty(globalThis, 'isSecureContext', { value: false, configurable: true });
      try {
        expect((await failure(leave(handOver))).reason).to.equal('unavailable');
      } finally {
        Object.defineProperty(globalThis, 'isSecureContext', { value: true, configurable: true });
      }
      expect(await requests()).to.deep.equal([]);
    });
  });

  describe('a sealed text', () => {
    it('opens to what it was, however long and in whatever script', async () => {
      for (const text of ['', 'Perché no? ميثاق 🌳', 'à'.repeat(40_000)]) expect(await open(await seal(text))).to.equal(text);
    });

    it('never looks the same twice', async () => {
      const [one, two] = [await seal('uguale'), await seal('uguale')];
      expect(one.key).not.to.equal(two.key);
      expect(one.sealed).not.to.equal(two.sealed);
      for (const text of [one.key, one.sealed]) expect(text).to.match(/^[\w-]+$/);
    });

    it('does not open when one sign of it was changed', async () => {
      const { sealed, key } = await seal('Accetto la versione 2');
      const changed = `${sealed.startsWith('A') ? 'B' : 'A'}${sealed.slice(1)}`;
      expect((await failure(open({ sealed: changed, key }))).reason).to.equal('malformed');
      expect((await failure(open({ sealed: 'x', key }))).reason).to.equal('malformed');
    });
  });
});
