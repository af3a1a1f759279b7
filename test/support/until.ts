import { nextFrame } from '@open-wc/testing';

/** Waits until something holds, for as long as the test may run. */
export async function until<Value>(condition: () => Value | undefined | null | false): Promise<Value> {
  for (;;) {
    const value = condition();
    if (value) return value;
    await nextFrame();
  }
}
