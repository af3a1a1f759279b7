const sentences = [
  'La biblioteca resta aperta anche la domenica, dalle dieci alle diciotto, per chi studia e per chi legge il giornale.',
  'I lavori in via dei Mille finiscono prima di Natale; il mercato del giovedì torna al suo posto la settimana dopo.',
  'Il nido comunale ha ancora sei posti. La domanda si presenta allo sportello o in linea, fino al quindici del mese.',
  'La raccolta della carta cambia giorno nel quartiere del porto: da gennaio si passa dal martedì al venerdì.',
  'Chi ha un orto può chiedere la compostiera, che costa la metà per le famiglie con più di quattro persone.',
  'Il coro della scuola canta in piazza la sera della vigilia, e con la pioggia sotto i portici del palazzo.',
];

/** The style sheet of the page itself, the same for every entry. */
export const siteStyles = `body { margin: 0; font: 18px/1.5 Georgia, serif; color: #222; background: #fdfdfb; }
body > :is(header, main, footer) { max-inline-size: 46em; margin: auto; padding: 1em; }
body > header { border-block-end: 3px solid #7a1f2b; }
nav a { margin-inline-end: 1em; color: #7a1f2b; }
h1 { font-size: 1.7em; line-height: 1.2; }
`;

/**
 * The page of a newspaper, the same for every entry: header, heading, paragraph, the widget, six paragraphs, footer.
 *
 * @param head - What the entry puts into the head.
 * @param content - What stands in the place of the widget.
 */
export const page = ({ head = '', content = '' }) => `<!doctype html>
<html lang="it">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>La Gazzetta di Pontelago</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/site.css">
    ${head}
  </head>
  <body>
    <header><nav><a href="/cronaca">Cronaca</a><a href="/cultura">Cultura</a></nav></header>
    <main>
      <h1>Che aria tira a Pontelago</h1>
      <p>Il Comune scrive il Piano Aria e Clima e chiede a tutti che cosa ne pensano.</p>
      ${content}
      ${sentences.map(text => `<p>${text}</p>`).join('\n      ')}
    </main>
    <footer>La Gazzetta di Pontelago, fondata nel 1898</footer>
  </body>
</html>
`;
