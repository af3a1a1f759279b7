import 'portico/components/backend/backend.define.js';
import 'portico/components/pact-viewer/pact-viewer.define.js';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Page } from './page.js';

createRoot(document.querySelector('#app')!).render(
  <StrictMode>
    <Page />
  </StrictMode>,
);
