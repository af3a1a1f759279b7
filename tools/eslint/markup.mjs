/**
 * The text of a tagged template, with a letter in the place of each expression; nothing when the template has another tag.
 *
 * @param tags - Names of the tags that count: `html`, `svg`, `css`.
 */
export function markupOf(node, tags) {
  if (!tags.includes(node.tag.name)) return undefined;
  return node.quasi.quasis.map(({ value }) => value.raw).join('x');
}
