const day = 24 * 60 * 60 * 1000;

/** For how many days an address waits to be confirmed. */
export const unconfirmedDays = 7;

/** The same, in milliseconds. */
export const unconfirmedFor = unconfirmedDays * day;

/** How many days before the end of a phase its reminder is sent. */
export const remindedDaysBefore = 3;

const hour = 60 * 60 * 1000;

/** How many letters that ask for a confirmation one person may cause, and one address may get, in an hour. */
export const confirmationsAnHour = { ofPerson: 10, toAddress: 3, hour } as const;
