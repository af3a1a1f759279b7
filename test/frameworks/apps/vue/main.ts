import 'portico/components/backend/backend.define.js';
import 'portico/components/pact-viewer/pact-viewer.define.js';
import { createApp } from 'vue';
import Page from './Page.vue';

createApp(Page).mount('#app');
