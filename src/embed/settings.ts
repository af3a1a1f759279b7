/** The words of a list in an attribute. */
export const words = (list = ''): string[] => list.split(/[\s,]+/).filter(Boolean);

/** The origin of a web address. What is no such address (a script, data, nonsense) has none. */
export const originOf = (address: string): string | undefined =>
  /^https?:/.test(address) && URL.canParse(address) ? new URL(address).origin : undefined;

/**
 * The script tag that brought the loader; its `data-*` are the settings of the page: `backend` (address of the API for all), `locale`,
 * `theme`, `components` (widgets whose code is loaded at once), `origins` (sites whose links may become widgets, beside the
 * loader's own), `lazy="off"` (no widget waits until it comes near the viewport).
 * A module cannot ask for its own tag, so it is looked up by its address; after a redirect that has changed.
 */
export const scriptTag = (here: string): HTMLElement =>
  Array.from(document.scripts).find(({ src }) => src === here) ??
  document.querySelector<HTMLElement>('script[src*="/loader."]') ??
  document.createElement('script');
