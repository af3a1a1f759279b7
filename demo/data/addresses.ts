/** The invented city's site. Names below `.example` are never registered (RFC 2606), so no link leads to somebody else's page. */
export const site = 'https://www.comune.pontelago.example';

/** Where residents deal with the city: verification, profile, requests. */
export const personalArea = `${site}/area-personale`;

/** The city's page of a process. */
export const processPage = (id: string): string => `${site}/partecipa/processi/${id}`;

/** The city's page of a pact. */
export const pactPage = (id: string): string => `${site}/partecipa/patti/${id}`;

/** An act in the register of the Giunta. */
export const actPage = (number: number, year: number): string => `${site}/amministrazione/atti/giunta/${year}/${number}`;

/** A file in the city's archive. */
export const file = (name: string): string => `${site}/documenti/${name}`;
