/** A small telephone, held upright. */
const viewport = { width: 412, height: 823, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true };

const megabit = 1_000_000 / 8;

/** What a page is measured under: a slow phone on a slow line. Bytes a second, milliseconds for each request. */
export const slow = {
  title: 'CPU 4 times slower, 1.44 Mbit/s both ways, 562.5 ms for each request',
  cpu: 4,
  network: { downloadThroughput: 1.44 * megabit, uploadThroughput: 1.44 * megabit, latency: 562.5 },
};

/** The machine as it is, to see that all works. */
export const plain = { title: 'nothing slowed down', cpu: 1 };

/** A long line only: what is asked for when the pact is there already comes clearly after it. */
export const far = {
  title: '300 ms for each request',
  cpu: 1,
  network: { downloadThroughput: -1, uploadThroughput: -1, latency: 300 },
};

/** Sets the conditions for a tab, before it opens its page. */
export async function setConditions(tab, protocol, { cpu, network }) {
  await tab.setViewport(viewport);
  await protocol.send('Network.enable');
  await protocol.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  if (network) await protocol.send('Network.emulateNetworkConditions', { offline: false, ...network });
}
