import type { MemorySeed } from '../../src/backend/memory/seed.js';
import { airClimatePact } from './air-climate-pact.js';
import { airClimatePlan } from './air-climate-plan.js';
import { airClimateProcess } from './air-climate-process.js';
import { districtBudgetPact, districtBudgetProcess } from './district-budget.js';

/** The invented Comune di Pontelago. The demo page, the stories and the tests read the same. */
export const demoSeed: MemorySeed = {
  locale: 'it',
  processes: [airClimateProcess, districtBudgetProcess],
  pacts: [airClimatePact, districtBudgetPact],
  documents: [airClimatePlan],
};
