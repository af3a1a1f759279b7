import type { FastifyInstance } from 'fastify';
import type { City } from '../city.js';
import type { KeptAnswers } from '../http/kept-answers.js';
import { assetRoutes } from './assets.js';
import { embedRoutes } from './embed.js';
import { homeRoutes } from './home.js';
import { observationFormRoutes } from './observations/form-routes.js';
import { paperRoutes } from './observations/paper-routes.js';
import { oembedRoutes } from './oembed.js';
import { privacyPageRoutes } from './privacy-page.js';
import { problemPageRoutes } from './problem-pages.js';
import { teaserRoutes } from './teaser.js';
import { findWidgetFiles, widgetFileRoutes } from './widget-files.js';

/** The pages that everybody may open, and the files that pages are made with. */
export async function pageRoutes(app: FastifyInstance, city: City, answers: KeptAnswers): Promise<void> {
  const files = findWidgetFiles(city.settings.files);
  assetRoutes(app, answers);
  homeRoutes(app, city, answers);
  embedRoutes(app, city, answers, files);
  observationFormRoutes(app, city);
  paperRoutes(app, city, answers);
  teaserRoutes(app, city, answers);
  oembedRoutes(app, city, answers);
  privacyPageRoutes(app, city, answers);
  problemPageRoutes(app, city, answers);
  await widgetFileRoutes(app, city, files);
}
