import { expect } from '@open-wc/testing';
import { embed, embedOfAddress } from '../../src/embed/embed.js';
import { originOf, scriptTag } from '../../src/embed/settings.js';
import { kindOf } from '../../src/embed/candidates.js';
import { widgets } from '../../src/embed/widgets.js';

const city = 'https://partecipa.comune.example';

describe('an embed address', () => {
  it('says widget, subject and options', () => {
    expect(embedOfAddress(`${city}/embed/pact-viewer/aria-2026?lang=it&theme=dsfr&version=2&heading-level=3`)).to.deep.equal({
      name: 'pact-viewer',
      attributes: { pact: 'aria-2026', lang: 'it', theme: 'dsfr', version: '2', 'heading-level': '3' },
      api: `${city}/api/`,
      path: 'v1/pacts/aria-2026',
      height: '40em',
    });
  });

  it('may lie below a folder of its site, whose API is beside it', () => {
    expect(embedOfAddress(`${city}/partecipa/embed/pact-viewer/aria-2026/#testo`)?.api).to.equal(`${city}/partecipa/api/`);
  });

  for (const [what, address] of [
    ['an unknown widget', `${city}/embed/weather/today`],
    ['a name of every object', `${city}/embed/constructor/x`],
    ['no subject', `${city}/embed/pact-viewer/`],
    ['a subject that leads elsewhere', `${city}/embed/pact-viewer/..`],
    ['a subject that is no identifier', `${city}/embed/pact-viewer/-x`],
    ['an encoded path', `${city}/embed/pact-viewer/a%2F..%2Fb`],
    ['a script', 'javascript:"/embed/pact-viewer/x"'],
    ['data', 'data:text/html,/embed/pact-viewer/x'],
    ['an address inside a query', `${city}/page?next=/embed/pact-viewer/x`],
    ['nonsense', 'embed/pact-viewer/x'],
  ] as const) {
    it(`is none with ${what}`, () => {
      expect(embedOfAddress(address)).to.equal(undefined);
    });
  }

  it('gives nothing that is not on the list, and no value that could be more than a value', () => {
    const hostile = '?onclick=alert(1)&style=x&http=https://evil.example&pact=other&lang=it"onload=x&theme=<b>&version=2';
    expect(embedOfAddress(`${city}/embed/pact-viewer/aria-2026${hostile}`)?.attributes).to.deep.equal({
      pact: 'aria-2026',
      version: '2',
    });
  });
});

describe('a placeholder', () => {
  it('reads the same attributes from its data', () => {
    const data: Record<string, string> = { pact: 'aria-2026', lang: 'ar', class: 'x' };
    expect(embed('pact-viewer', '/api/', name => data[name] ?? null)).to.deep.equal({
      name: 'pact-viewer',
      attributes: { pact: 'aria-2026', lang: 'ar' },
      api: '/api/',
      path: 'v1/pacts/aria-2026',
      height: '40em',
    });
  });
});

describe('the loader', () => {
  it('knows each widget of the list as the list says it', () => {
    for (const [name, { subject, attributes, read, height }] of Object.entries(widgets)) {
      const asked: string[] = [];
      const found = embed(name, '/api/', attribute => {
        asked.push(attribute);
        return 'x';
      });
      expect(asked).to.have.members([subject, 'lang', 'theme', ...attributes]);
      expect(Object.keys(found?.attributes ?? {})).to.deep.equal(asked);
      expect(found?.path).to.equal(`${read}/x`);
      expect(found?.height).to.equal(height);
    }
  });
});

describe('originOf', () => {
  it('knows web addresses only, and is not taken in by a name before an @', () => {
    expect(originOf(`${city}/x`)).to.equal(city);
    expect(originOf(`${city}@evil.example/embed/`)).to.equal('https://evil.example');
    expect(originOf('javascript:alert(1)')).to.equal(undefined);
    expect(originOf('https://')).to.equal(undefined);
    expect(originOf('')).to.equal(undefined);
  });
});

describe('kindOf', () => {
  const kind = (html: string, selector = 'a,div,portico-pact-viewer'): string | undefined => {
    const parsed = new DOMParser().parseFromString(html, 'text/html');
    const element = parsed.querySelector(selector);
    return element ? kindOf(element) : 'nothing there';
  };
  const href = `${city}/embed/pact-viewer/x`;

  it('takes a link with the class wherever it stands, and one of our addresses alone in its paragraph', () => {
    expect(kind(`<p>Vedi <a class="portico-embed" href="${href}">qui</a>.</p>`)).to.equal('asked');
    expect(kind(`<p> <a href="${href}">Il patto</a> </p>`)).to.equal('link');
    expect(kind(`<p>Vedi <a href="${href}">qui</a>.</p>`)).to.equal(undefined);
    expect(kind(`<p><a href="${city}/altro">Altro</a></p>`)).to.equal(undefined);
  });

  it('leaves what asks to be left, and the fallback of a widget', () => {
    expect(kind(`<div data-portico="off"><p><a class="portico-embed" href="${href}">x</a></p></div>`, 'a')).to.equal(undefined);
    expect(kind(`<portico-pact-viewer><a class="portico-embed" href="${href}">x</a></portico-pact-viewer>`, 'a')).to.equal(
      undefined,
    );
  });

  it('takes a placeholder once', () => {
    expect(kind('<div data-portico="pact-viewer"></div>')).to.equal('placeholder');
    expect(kind('<div data-portico="pact-viewer"><portico-pact-viewer></portico-pact-viewer></div>', 'div')).to.equal(undefined);
  });
});

describe('scriptTag', () => {
  afterEach(() => {
    document.querySelectorAll('script[data-test]').forEach(tag => tag.remove());
  });

  const add = (src: string): HTMLScriptElement => {
    const tag = document.createElement('script');
    // A type that no browser runs: only the tag is wanted.
    tag.type = 'text/plain';
    tag.dataset['test'] = '';
    tag.src = src;
    document.head.append(tag);
    return tag;
  };

  it('finds the tag of an address among others', () => {
    add('https://a.example/portico/1/loader.js');
    const own = add('https://b.example/portico/1/loader.js?v=2');
    expect(scriptTag('https://b.example/portico/1/loader.js?v=2')).to.equal(own);
  });

  it('finds a tag whose address has been redirected', () => {
    const own = add('https://b.example/portico/1/loader.js');
    expect(scriptTag('https://b.example/portico/1.4.2/loader.js')).to.equal(own);
  });
});
