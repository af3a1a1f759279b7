/** Waits until something holds outside the browser: a request that came, a line in the console. Fails when it does not come. */
export async function eventually(condition, what) {
  const end = Date.now() + 20_000;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`Waited in vain: ${what}`);
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}
