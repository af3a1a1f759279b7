import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { KeptAnswers } from '../http/kept-answers.js';
import icon from './icon.svg';
import pageStyles from './page.css';
import paperStyles from './paper.css';
import textStyles from './text.css';

const files = {
  'page.css': [pageStyles, 'text/css; charset=utf-8'],
  'paper.css': [paperStyles, 'text/css; charset=utf-8'],
  'text.css': [textStyles, 'text/css; charset=utf-8'],
  'icon.svg': [icon, 'image/svg+xml'],
} as const;

type AssetName = keyof typeof files;

const marks = Object.fromEntries(
  Object.entries(files).map(([name, [text]]) => [name, createHash('sha256').update(text).digest('hex').slice(0, 8)]),
) as Record<AssetName, string>;

/** Address of a file that belongs to the pages. It changes with the file, so browsers keep what they have. */
export const asset = (name: AssetName): string => `/assets/${name}?${marks[name]}`;

/** The look of the server's pages. */
export function assetRoutes(app: FastifyInstance, answers: KeptAnswers): void {
  for (const name of Object.keys(files) as AssetName[]) {
    const [text, type] = files[name];
    app.get(`/assets/${name}`, { schema: { hide: true } }, (request, reply) => {
      const caching = request.url.endsWith(`?${marks[name]}`) ? 'public, max-age=31536000, immutable' : 'public, max-age=300';
      return answers.send(request, reply, `asset ${name}`, () => Promise.resolve(text), { type, caching });
    });
  }
}
