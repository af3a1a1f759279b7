const text = value => ({ lang: 'it', text: value });

const words =
  'il comune realizza entro il duemilatrenta le opere previste dal piano e ne pubblica ogni anno lo stato con le risorse impegnate e quelle spese per ogni quartiere della città e per ogni scuola'.split(
    ' ',
  );

const sentence = (from, length) => Array.from({ length }, (_, index) => words[(from + index) % words.length]).join(' ');

/** An invented plan of some three hundred pages: parts, chapters, articles, each with two paragraphs of text. */
export const passagesOf = count =>
  Array.from({ length: count }, (_, index) => {
    const [kind, level] = index % 100 === 0 ? ['part', 1] : index % 20 === 0 ? ['chapter', 2] : ['article', 3];
    return {
      id: `p-${index + 1}`,
      kind: { value: kind },
      level,
      label: text(`${index + 1}.`),
      title: text(sentence(index, 3)),
      observations: index % 7,
      observable: true,
      changedBy: [],
      body: {
        lang: 'it',
        blocks: [0, 1].map(part => ({ type: 'paragraph', children: [`${sentence(index * 3 + part, 30)}.`] })),
      },
    };
  });
