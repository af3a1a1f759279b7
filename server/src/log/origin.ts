import type { Settings } from '../settings/settings.js';

/** The name of a process's log: `partecipa.comune.example/log/aria`. It stays as it is while the city's address does. */
export const originOf = ({ url }: Pick<Settings, 'url'>, process: string): string => `${url.host}/log/${process}`;
