import { render } from './render.js';

const place = document.querySelector('.pact');
const { api, pact } = place.dataset;

// The request leaves first; whatever else the script holds is for the answer.
const asked = fetch(`${api}v1/pacts/${pact}?locale=it`);

// On a failure the link that stands here remains.
const answer = await asked;
if (answer.ok) place.innerHTML = render(await answer.json(), `${api}v1/session/sign-in`);
