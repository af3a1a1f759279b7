import { runContract, type ContractResult } from '../../../src/backend/contract/contract.js';
import { http } from '../../../src/backend/http/http.js';

declare global {
  interface Window {
    /** Given by the test: signs a resident in, and out. Not on a page of another site, where nobody can be known. */
    porticoSignIn?: () => Promise<void>;
    porticoSignOut?: () => Promise<void>;
    porticoContract: (
      base: string,
      ids: { process: string; pact: string; document: string; observations: string; ballot: string },
    ) => Promise<ContractResult[]>;
  }
}

/** Runs in a page, with the backend as every page has it. */
window.porticoContract = (base, ids) =>
  runContract({
    ...ids,
    backend: () => http(base),
    ...(window.porticoSignIn && { signIn: window.porticoSignIn }),
    ...(window.porticoSignOut && { signOut: window.porticoSignOut }),
  });
