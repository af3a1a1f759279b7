import { people } from './people.mjs';

const words = {
  it: {
    title: 'Accesso di prova',
    notice:
      'Questa è una dimostrazione. Nessuna di queste persone esiste, non serve una password e non si entra con SPID o CIE. Scegli con gli occhi di chi vuoi provare il servizio.',
    choose: 'Chi vuoi essere?',
    cancel: 'Torna indietro senza accedere',
    other: 'English',
    over: 'Questo accesso non è più valido',
    again: 'È passato troppo tempo, oppure l’accesso è già stato fatto. Torna alla pagina da cui venivi e ricomincia.',
  },
  en: {
    title: 'Sign-in for a trial',
    notice:
      'This is a demonstration. None of these people exist, no password is needed, and this is neither SPID nor CIE. Choose through whose eyes you want to try the service.',
    choose: 'Who do you want to be?',
    cancel: 'Go back without signing in',
    other: 'Italiano',
    over: 'This sign-in is no longer valid',
    again: 'It took too long, or it was done already. Go back to the page that you came from and begin again.',
  },
};

/** Italian where somebody reads it, English for everybody else. */
export function languageOf({ chosen, wished = '', accepted = '' }) {
  const first = chosen ?? (wished.split(/\s+/)[0] || accepted.split(/[,;]/)[0] || 'it');
  return first.toLowerCase().startsWith('it') ? 'it' : 'en';
}

const shell = (language, title, body) => `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title}</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/sign-in.css">
  </head>
  <body>
    <main>${body}</main>
  </body>
</html>
`;

/** The page on which somebody says who they are. All that is put into it is ours, but for the id of the interaction, which is a token. */
export function loginPage(interaction, language) {
  const t = words[language];
  const other = language === 'it' ? 'en' : 'it';
  const action = `/interaction/${encodeURIComponent(interaction)}`;
  const choices = people.map(
    ({ id, label, about }) => `
        <li>
          <button name="person" value="${id}" aria-describedby="about-${id}">${label[language]}</button>
          <p id="about-${id}">${about[language]}</p>
        </li>`,
  );
  return shell(
    language,
    t.title,
    `
      <p class="other"><a href="${action}?lang=${other}" lang="${other}" hreflang="${other}">${t.other}</a></p>
      <h1>${t.title}</h1>
      <p class="notice">${t.notice}</p>
      <form method="post" action="${action}">
        <h2 id="choose">${t.choose}</h2>
        <ul aria-labelledby="choose">${choices.join('')}
        </ul>
        <p><button class="plain" name="cancel" value="yes">${t.cancel}</button></p>
      </form>
    `,
  );
}

/** Told when there is nothing to sign in to: the page was kept open, or its address was shared. */
export function nothingToDoPage(language) {
  const t = words[language];
  return shell(language, t.over, `<h1>${t.over}</h1><p>${t.again}</p>`);
}
