import { asBackendError } from '../errors.js';

type Calls = Readonly<Record<string, (...given: never[]) => Promise<unknown>>>;

/**
 * The calls of a service whose code comes with the first of them, so that a page that needs none never loads it. What could not be loaded
 * is tried again by the next call.
 *
 * @param names - Of all calls that the service has.
 */
export function lateCalls<Service extends object>(
  load: () => Promise<Service>,
  names: readonly (keyof Service & string)[],
): Service {
  let service: Promise<Service> | undefined;
  const loaded = (): Promise<Service> =>
    (service ??= load().catch((error: unknown) => {
      service = undefined;
      throw asBackendError(error);
    }));
  const calls = names.map(name => [name, async (...given: never[]) => ((await loaded()) as unknown as Calls)[name]?.(...given)]);
  return Object.fromEntries(calls) as Service;
}
