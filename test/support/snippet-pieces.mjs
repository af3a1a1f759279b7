/** The piece of a snippet with this id. */
export function pieceOf(pieces, id) {
  const piece = pieces.find(each => each.id === id);
  if (!piece) throw new Error(`There is no piece '${id}' among ${pieces.map(each => each.id).join(', ')}`);
  return piece;
}

export const codeOf = (pieces, id) => pieceOf(pieces, id).code;
