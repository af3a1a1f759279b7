import { translations } from '../../../src/model/translations.js';
import type { Content } from '../../src/content/schema.js';
import { content } from './content.js';
import { plan } from './plan.js';

const short = (it: string, en: string) => translations({ it, en });

/** The invented city with a process in which observations are made on its plan, and with the numbers `PAR-2026-…`. */
export const observed: Content = {
  ...content,
  processes: content.processes.map(process =>
    process.id === 'parco'
      ? {
          ...process,
          observations: {
            prefix: 'PAR',
            kinds: ['remark', 'amendment', 'proposal'],
            fields: { title: 'optional', theme: 'optional', place: 'optional', attachments: 'optional' },
            themes: [{ id: 'verde', label: short('Verde', 'Green') }],
            attachments: { most: 3, maxBytes: 200_000 },
            next: short('Leggiamo e rispondiamo.', 'We read and answer.'),
          },
        }
      : process,
  ),
  documents: [plan],
};

/** A moment in which the process of the invented city gathers observations. */
export const whileOpen = (): Date => new Date('2026-11-24T10:00:00Z');
