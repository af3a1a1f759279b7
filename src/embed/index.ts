import { start } from './start.js';

/** Looks for links, placeholders and tags in a part of the page that the loader cannot see by itself: a root that was attached late. */
export const scan = start(import.meta.url);
