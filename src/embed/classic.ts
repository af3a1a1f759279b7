import { start } from './start.js';

// For pages in which `type="module"` does not survive: a classic script knows its own tag.
start((document.currentScript as HTMLScriptElement | null)?.src ?? document.baseURI);
