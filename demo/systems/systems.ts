import type { Theme } from '../../src/styles/themes.js';
import { bootstrapItalia } from './bootstrap-italia.js';
import { dsfr } from './dsfr.js';
import { govuk } from './govuk.js';
import { helsinki } from './helsinki.js';
import { kern } from './kern.js';
import type { DesignSystem } from './system.js';
import { utrecht } from './utrecht.js';

export type { DesignSystem } from './system.js';

/** Every design system that there is a preset for. */
export const systems: Readonly<Record<Theme, DesignSystem>> = {
  'bootstrap-italia': bootstrapItalia,
  dsfr,
  govuk,
  helsinki,
  kern,
  utrecht,
};
