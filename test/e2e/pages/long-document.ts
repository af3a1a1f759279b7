import { demoSeed } from '../../../demo/data/seed.js';
import { memory } from '../../../src/backend/memory/memory.js';
import '../../../src/components/backend/backend.define.js';
import '../../../src/components/document/document.define.js';
import { longPlan } from '../../../stories/support/long-plan.js';

/** A plan of as many passages as one wants: `?passages=3000`. */
const passages = Number(new URLSearchParams(location.search).get('passages'));
const provider = document.querySelector('portico-backend');
if (provider) provider.backend = memory({ ...demoSeed, documents: [longPlan(passages)] });
