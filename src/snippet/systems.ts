import type { Cms } from './cms.js';
import type { System } from './system.js';
import { drupal } from './systems/drupal.js';
import { joomla } from './systems/joomla.js';
import { liferay } from './systems/liferay.js';
import { mediawiki } from './systems/mediawiki.js';
import { plone } from './systems/plone.js';
import { staticSite } from './systems/static.js';
import { typo3 } from './systems/typo3.js';
import { wordpress } from './systems/wordpress.js';

/** What is peculiar to each CMS, by its name. */
export const systems: Readonly<Record<Cms, System>> = {
  wordpress,
  drupal,
  typo3,
  plone,
  joomla,
  liferay,
  mediawiki,
  static: staticSite,
};
