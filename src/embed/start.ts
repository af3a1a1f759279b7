import { files } from './files.js';
import { startLoader } from './loader.js';
import { scriptTag } from './settings.js';

/**
 * Starts the loader of this page.
 *
 * @param here - Address of the loader's own file.
 */
export const start = (here: string): ((part: Node) => void) | undefined => startLoader(here, scriptTag(here), files);
