import type { WidgetPlace } from '../backend.js';

/** The name under which the draft for a widget is kept in the browser while its person signs in. */
export const keptUnder = ({ widget, subject }: WidgetPlace): string => `portico-draft/${widget}/${subject}`;
