/** The version of this copy of the library; the build writes it. */
export const version = '__PORTICO_VERSION__';
