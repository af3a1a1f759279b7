import { embedTests } from './embed-tests.mjs';

await embedTests('chromium');
