/** Speaks to a browser by the W3C WebDriver protocol, as far as these tests need it. */

const patience = 30_000;

async function call(address, method, body) {
  const response = await fetch(address, {
    method,
    ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${value?.error}: ${value?.message}`);
  return value;
}

/**
 * A browser behind the face of `test/embed/engines.mjs`. It has one window, so one page after the other is opened in it.
 *
 * @param options - Where the driver is and which browser it starts, as `startWebKit` says.
 */
export async function webDriver({ hostname, port, capabilities }) {
  const base = `http://${hostname}:${port}`;
  const alwaysMatch = Object.fromEntries(Object.entries(capabilities).filter(([name]) => !name.startsWith('wdio:')));
  const { sessionId } = await call(`${base}/session`, 'POST', { capabilities: { alwaysMatch } });
  const session = `${base}/session/${sessionId}`;

  const evaluate = (code, ...args) =>
    call(`${session}/execute/sync`, 'POST', { script: `return (${code}).apply(null, arguments)`, args });

  async function until(code, ...args) {
    const end = Date.now() + patience;
    for (;;) {
      // While one page gives way to the next there may be nothing to ask.
      const value = await evaluate(code, ...args).catch(() => undefined);
      if (value) return value;
      if (Date.now() > end) throw new Error(`Waiting failed: ${patience} ms exceeded for ${code}`);
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }

  return {
    can: ['reports'],
    async open(url) {
      await call(`${session}/url`, 'POST', { url });
      return {
        complaints: [],
        evaluate,
        until,
        async frame(index) {
          await call(`${session}/frame`, 'POST', { id: index });
          return { evaluate, until };
        },
        async close() {
          await call(`${session}/frame`, 'POST', { id: null });
          await call(`${session}/url`, 'POST', { url: 'about:blank' });
        },
      };
    },
    close: () => call(session, 'DELETE'),
  };
}
