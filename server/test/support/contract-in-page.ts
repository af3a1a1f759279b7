import { runContract, type ContractResult } from '../../../src/backend/contract/contract.js';
import { http } from '../../../src/backend/http/http.js';

declare global {
  interface Window {
    /** Given by the test: signs a resident in, and out. */
    porticoSignIn: () => Promise<void>;
    porticoSignOut: () => Promise<void>;
    porticoContract: (ids: { process: string; pact: string }) => Promise<ContractResult[]>;
  }
}

/** Runs in a page of the city, with the backend as every page has it. */
window.porticoContract = ids =>
  runContract({
    ...ids,
    backend: () => http('/api/'),
    signIn: () => window.porticoSignIn(),
    signOut: () => window.porticoSignOut(),
  });
