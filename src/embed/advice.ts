import type { Problem } from './warn.js';
import { widgets } from './widgets.js';

const names = Object.keys(widgets).join(', ');

const texts: Readonly<Record<Problem, (fact: string, other: string) => string>> = {
  untrusted: (address, origin) =>
    `${address} stays a link, since a link to any site could show anything here. If you trust this site, add data-origins="${origin}" to the script tag of the loader.`,
  'no-widget': address =>
    `${address} stays a link: it is no embed address. One ends in /embed/<widget>/<id>, and <widget> is one of: ${names}.`,
  'no-subject': name =>
    `data-portico="${name}" shows nothing. It should be one of: ${names}; and its subject should be there, as in data-portico="pact-viewer" data-pact="<id>".`,
  'no-component': name => `data-components names "${name}", and there is only: ${names}.`,
  'not-loaded': (name, here) =>
    `The code of ${name} did not load, so its link stays. Look whether the files lie beside ${here}, all of one release, and whether script-src of the Content-Security-Policy lets them in.`,
  'two-versions': (late, first) =>
    `Loader ${late} does nothing, since loader ${first} came first. Keep one script tag of the loader in the page.`,
};

/** What is wrong, and how to mend it, for whoever looks into the console. */
export const advise = (problem: Problem, [fact = '', other = '']: readonly string[]): string => texts[problem](fact, other);
