import 'portico/components/backend/backend.define.js';
import 'portico/components/pact-viewer/pact-viewer.define.js';
import { mount } from 'svelte';
import Page from './Page.svelte';

mount(Page, { target: document.querySelector('#app')! });
