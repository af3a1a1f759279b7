import { expect } from '@open-wc/testing';
import type { ReactiveController } from 'lit';
import { deviceTime, DraftController } from '../../src/controllers/draft.js';
import { pageWide } from '../../src/internal/page-wide.js';
import { until } from '../support/until.js';

const name = 'prova';
const key = 'portico:draft:prova';

/** A host that is in the page. */
function draft({
  place = 'tab',
  onElsewhere = () => undefined,
}: { place?: 'tab' | 'page'; onElsewhere?: (value: unknown) => void } = {}) {
  const controllers: ReactiveController[] = [];
  const host = {
    addController: (controller: ReactiveController) => void controllers.push(controller),
    removeController: () => undefined,
    requestUpdate: () => undefined,
    updateComplete: Promise.resolve(true),
  };
  const controller = new DraftController(host, { name: () => name, place: () => place, onElsewhere });
  controller.hostConnected();
  return controller;
}

/** The tab is closed or reloaded. */
const leave = (): void => void window.dispatchEvent(new Event('pagehide'));

describe('DraftController', () => {
  const kept: DraftController[] = [];
  const made = (...given: Parameters<typeof draft>): DraftController => {
    const controller = draft(...given);
    kept.push(controller);
    return controller;
  };

  afterEach(() => {
    for (const controller of kept.splice(0)) controller.hostDisconnected();
    pageWide('drafts', () => new Map<string, unknown>()).clear();
    sessionStorage.removeItem(key);
    localStorage.removeItem(key);
  });

  it('keeps a draft in the tab, and nowhere else', () => {
    made().write({ text: 'ciao' });
    leave();
    expect(made().read()).to.deep.equal({ text: 'ciao' });
    expect(localStorage.getItem(key)).to.equal(null);
  });

  it('gives back what was just written, before it is stored', () => {
    const one = made();
    one.write(1);
    expect(one.read()).to.equal(1);
  });

  it('stores it by itself when the person pauses', async () => {
    made().write({ text: 'ciao' });
    await until(() => sessionStorage.getItem(key)?.includes('ciao'));
  });

  it('keeps it in memory alone on a page of somebody else', () => {
    made({ place: 'page' }).write('segreto');
    leave();
    expect(made({ place: 'page' }).read()).to.equal('segreto');
    expect(JSON.stringify([sessionStorage, localStorage])).not.to.contain('segreto');
  });

  it('keeps it on the device when the person says so, for a week', () => {
    const one = made();
    one.keepOnDevice(true, 'testo');
    sessionStorage.removeItem(key);
    const later = made();
    expect(later.read()).to.equal('testo');
    const left = (later.until?.getTime() ?? 0) - Date.now();
    expect(left).to.be.within(deviceTime - 60_000, deviceTime);
    later.keepOnDevice(false, 'testo');
    expect(localStorage.getItem(key)).to.equal(null);
  });

  it('throws away what has expired', () => {
    localStorage.setItem(key, JSON.stringify({ value: 'vecchio', until: Date.now() - 1 }));
    expect(made().read()).to.equal(undefined);
    expect(localStorage.getItem(key)).to.equal(null);
  });

  it('forgets it everywhere', () => {
    const one = made();
    one.keepOnDevice(true, 'testo');
    one.forget();
    leave();
    expect(made().read()).to.equal(undefined);
  });

  it('reads what is no draft as nothing', () => {
    sessionStorage.setItem(key, '{');
    expect(made().read()).to.equal(undefined);
  });

  it('lasts as long as the page where the storage is closed', () => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('closed', 'SecurityError');
    };
    try {
      const one = made();
      one.write('testo');
      leave();
      expect(one.lasting).to.equal(false);
      expect(made().read()).to.equal('testo');
    } finally {
      Storage.prototype.setItem = setItem;
    }
  });

  it('hears of the same draft in another tab', async () => {
    const heard: unknown[] = [];
    made({ onElsewhere: value => heard.push(value) }).read();
    const other = made();
    other.read();
    other.write('altrove');
    leave();
    await until(() => heard.includes('altrove'));
  });
});
