import type { Block, Inline } from '../../../src/model/richtext.js';

/** Numbers that look random and are the same in every run (mulberry32): from 0 up to 1. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Random = () => number;

/** Words of which many mean something to Markdown. */
const words = [
  'aria', 'clima', '*', '**', '_', '__', 'a_b', '`', '[', ']', '](', '![', '<b>', '</b>', '<!--', '#', '# a', '+', '- a', '1.', '2) a', '3.', '|',
  '| a |', '\\', '\\\\', '~', '~~', '---', '===', '&amp;', '&', '&#x41;', 'Table: ', 'Table:', 'term:a', 'https://a.example', 'javascript:x', '"', "'",
  ':-', '!', '>', 'المناخ', '«è»', '\u00a0', '€', '🌳 ', '(', ')', '(term:a)', '.', ',', '  ', ' ',
]; // prettier-ignore

const pick = <Item>(random: Random, items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;

const times = <Item>(count: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => make(index));

const upTo = (random: Random, most: number): number => 1 + Math.floor(random() * most);

/** Plain words, with blanks only between them, as people's editors leave them. */
function plain(random: Random): string {
  const separator = random() < 0.3 ? '' : ' ';
  const text = times(upTo(random, 5), () => pick(random, words)).join(separator);
  return text.trim() === '' ? 'aria' : text;
}

interface Allowed {
  breaks: boolean;
  link: boolean;
  emphasis: boolean;
  strong: boolean;
}

const all: Allowed = { breaks: true, link: true, emphasis: true, strong: true };

/** Words with marks; two plain stretches never stand side by side. */
function inlines(random: Random, allowed: Allowed): Inline[] {
  const made = times(upTo(random, 4), (index): Inline => {
    const kind = index % 2 === 0 ? 'plain' : pick(random, ['emphasis', 'strong', 'link', 'term', 'break'] as const);
    switch (kind) {
      case 'emphasis':
        return allowed.emphasis
          ? { type: kind, children: inlines(random, { ...allowed, emphasis: false, breaks: false }) }
          : plain(random);
      case 'strong':
        return allowed.strong
          ? { type: kind, children: inlines(random, { ...allowed, strong: false, breaks: false }) }
          : plain(random);
      case 'link':
        return allowed.link
          ? {
              type: kind,
              href: pick(random, [
                'https://comune.example/a?b=c&d=(e)_f',
                '/a b',
                'mailto:a@comune.example',
                '#*x*',
                'tel:+390123',
              ]),
              children: inlines(random, { ...allowed, link: false, breaks: false }),
            }
          : plain(random);
      case 'term':
        return allowed.link
          ? { type: kind, term: 'osservazione', children: inlines(random, { ...allowed, link: false, breaks: false }) }
          : plain(random);
      case 'break':
        return allowed.breaks ? { type: kind } : plain(random);
      default:
        return plain(random);
    }
  });
  // A break at the end would break nothing.
  if (typeof made.at(-1) === 'object' && (made.at(-1) as { type: string }).type === 'break') made.push(plain(random));
  return made.reduce<Inline[]>((joined, inline) => {
    const last = joined.at(-1);
    return typeof last === 'string' && typeof inline === 'string' ? [...joined.slice(0, -1), last + inline] : [...joined, inline];
  }, []);
}

function block(random: Random, depth: number): Block {
  const kinds = [
    'paragraph',
    'paragraph',
    'heading',
    'table',
    ...(depth < 3 ? (['list', 'list', 'quote'] as const) : []),
  ] as const;
  switch (pick(random, kinds)) {
    case 'heading':
      return { type: 'heading', level: upTo(random, 4), children: inlines(random, { ...all, breaks: false }) };
    case 'list':
      return { type: 'list', ordered: random() < 0.4, items: times(upTo(random, 3), () => blocks(random, depth + 1)) };
    case 'quote':
      return { type: 'quote', blocks: blocks(random, depth + 1) };
    case 'table': {
      const columns = upTo(random, 3);
      const row = (): Inline[][] => times(columns, () => (random() < 0.1 ? [] : inlines(random, { ...all, breaks: false })));
      const caption = random() < 0.5 ? { caption: plain(random).trim() } : {};
      return { type: 'table', ...caption, head: row(), rows: times(upTo(random, 3) - 1, row) };
    }
    default:
      return { type: 'paragraph', children: inlines(random, all) };
  }
}

const blocks = (random: Random, depth: number): Block[] => times(upTo(random, 3), () => block(random, depth));

/** A text as Markdown can hold it, of any shape, with blanks at odd places. */
export const randomBlocks = (random: Random): Block[] => blocks(random, 0);
