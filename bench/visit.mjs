import { setConditions } from './conditions.mjs';
import { hostLook } from './host-look.mjs';
import { probe } from './probe.mjs';
import { traffic } from './traffic.mjs';

/** Longer than any entry takes. */
const patience = 60_000;

/** A tab that knows nothing of the ones before: its own cache, its own connections. */
async function freshTab(browser, use) {
  const context = await browser.createBrowserContext();
  try {
    const tab = await context.newPage();
    return await use(tab, await tab.createCDPSession());
  } finally {
    await context.close();
  }
}

/** How the page looks where it has no widget. */
export const lookWithout = (browser, address, conditions) =>
  freshTab(browser, async (tab, protocol) => {
    await setConditions(tab, protocol, { ...conditions, network: undefined });
    await tab.goto(address);
    return tab.evaluate(hostLook);
  });

/**
 * Opens a page for the first time, waits until it shows the pact and then is quiet, and says how that went.
 *
 * @param wanted - The words to wait for.
 * @param look - How the page looks without a widget.
 * @returns Times in milliseconds from the start of the navigation.
 */
export const visit = (browser, address, { conditions, wanted, look }) =>
  freshTab(browser, async (tab, protocol) => {
    const asked = traffic(protocol);
    await setConditions(tab, protocol, conditions);
    await tab.evaluateOnNewDocument(probe, wanted);
    await tab.goto(address, { timeout: patience });
    await tab.waitForFunction(() => globalThis.bench.paint !== undefined, { timeout: patience });
    await tab.waitForNetworkIdle({ idleTime: 800, timeout: patience });
    const { paint, shift, longest, blocked } = await tab.evaluate(() => globalThis.bench);
    const first = await tab.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime);
    const now = await tab.evaluate(hostLook);
    return {
      paint,
      first,
      shift,
      longest,
      blocked,
      ...asked(paint),
      changed: now.filter((text, index) => text !== look[index]).length,
    };
  });
