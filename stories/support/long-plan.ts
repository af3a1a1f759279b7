import type { DocumentSeed, PassageSeed } from '../../src/backend/memory/seed.js';
import { it, italian, p } from '../../demo/data/text-builders.js';

const measures = [
  'Piste ciclabili',
  'Alberi lungo i viali',
  'Impianti di riscaldamento',
  'Consegne delle merci',
  'Tetti delle scuole',
];

const perChapter = 20;

function passage(index: number): PassageSeed {
  const number = String(index + 1);
  if (index % perChapter === 0)
    return {
      id: `capitolo-${number}`,
      kind: 'chapter',
      level: 1,
      label: it(`Capitolo ${String(index / perChapter + 1)}`),
      title: it('Misure'),
      observable: false,
    };
  const measure = measures[index % measures.length] ?? '';
  return {
    id: `misura-${number}`,
    kind: 'article',
    level: 2,
    label: it(`Misura ${number}`),
    title: it(measure),
    observations: index % 7,
    body: italian(
      p(
        `${measure}: la misura numero ${number} si attua entro il 2030, e il Comune ne pubblica ogni anno i costi e i risultati.`,
      ),
      p(
        'Gli uffici competenti ne riferiscono al Consiglio comunale. Il testo è inventato e serve a provare un documento molto lungo.',
      ),
    ),
  };
}

/** An invented plan of as many passages as one wants: what a plan of hundreds of pages is like to read. */
export function longPlan(passages: number): DocumentSeed {
  return {
    id: 'piano-lungo',
    process: 'aria-clima',
    title: it('Un piano molto lungo (testo inventato)'),
    versions: [
      { number: 1, status: 'open', date: '2026-11-02', passages: Array.from({ length: passages }, (_, index) => passage(index)) },
    ],
  };
}
