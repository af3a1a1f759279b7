import { lookWithout, visit } from './visit.mjs';

/** The same names, each round beginning with another: none always comes first. */
const rotated = (names, by) => names.map((_, index) => names[(index + by) % names.length]);

const words = text => text.replace(/\s+/g, ' ').trim();

const plainText = nodes => nodes.map(node => (typeof node === 'string' ? node : plainText(node.children))).join('');

/** The words that everybody must see: the title, and the paragraphs of the text in brief. */
export const wantedOf = ({ version: { title, brief } }) => ({
  title: words(title.text),
  brief: brief.blocks.map(({ children }) => words(plainText(children))),
});

/**
 * Makes rounds, in each of which every entry is opened once.
 *
 * @returns A function that makes one round more: a record for each entry, by its name.
 */
export async function roundsOf(browser, { names, address, pact }, conditions) {
  const wanted = wantedOf(pact);
  const look = await lookWithout(browser, address(), conditions);
  let count = 0;
  return async () => {
    const round = {};
    for (const name of rotated(names, count)) round[name] = await visit(browser, address(name), { conditions, wanted, look });
    count += 1;
    return round;
  };
}
