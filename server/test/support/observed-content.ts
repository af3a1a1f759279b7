import { translations } from '../../../src/model/translations.js';
import type { Content, PassageContent } from '../../src/content/schema.js';
import { content } from './content.js';

const paragraph = (text: string) => ({ type: 'paragraph' as const, children: [text] });
const italian = (text: string) => ({ lang: 'it', text });

const article = (number: number, title: string, sentences: string): PassageContent => ({
  id: `art-${String(number)}`,
  kind: 'article',
  level: 2,
  label: italian(`Art. ${String(number)}`),
  title: italian(title),
  body: { lang: 'it', blocks: [paragraph(sentences)] },
});

/** What stands in the first article of the open version. */
export const firstArticle = 'Gli autobus sono elettrici entro il 2030. Le strade davanti alle scuole sono chiuse al traffico.';

const rules = {
  prefix: 'PAR',
  next: translations({ it: 'L’ufficio la esamina.', en: 'The office examines it.' }),
  by: '2027-03-01',
  fields: { title: 'optional', theme: 'optional', place: 'optional', attachments: 'optional' },
  hubs: [{ id: 'mulino', label: translations({ it: 'Il mulino', en: 'The mill' }) }],
  themes: [
    { id: 'mobilita', label: translations({ it: 'Mobilità', en: 'Mobility' }) },
    { id: 'verde', label: translations({ it: 'Verde', en: 'Green' }) },
  ],
} as const;

/** The city of the tests with observations: on 'parco' and its plan; without a sign-in on 'piazza', mostly in English; no longer on 'scuola'. */
export const observedContent: Content = {
  ...content,
  processes: content.processes.map(process => {
    switch (process.id) {
      case 'parco':
        return { ...process, observations: { ...rules, hubs: [...rules.hubs], themes: [...rules.themes] } };
      case 'piazza':
        return {
          ...process,
          eligibility: {},
          observations: { ...rules, prefix: 'PIA', language: 'en', hubs: [], themes: [], fields: {}, signIn: false },
        };
      default:
        return {
          ...process,
          observations: { ...rules, prefix: 'SCU', hubs: [], themes: [], fields: {} },
          phases: process.phases.map(phase => ({ ...phase, active: phase.id === 'scelta' })),
        };
    }
  }),
  documents: [
    {
      id: 'piano',
      process: 'parco',
      title: italian('Piano dell’aria'),
      versions: [
        { number: 1, status: 'superseded', passages: [{ ...article(1, 'Autobus', 'Gli autobus sono puliti.'), level: 1 }] },
        {
          number: 2,
          status: 'open',
          passages: [
            { id: 'parte-1', kind: 'part', level: 1, title: italian('Mobilità'), observable: false },
            article(1, 'Autobus e scuole', firstArticle),
            article(2, 'Alberi', 'Si piantano mille alberi. Si curano quelli che ci sono.'),
          ],
        },
      ],
    },
  ],
};
