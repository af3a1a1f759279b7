import { icalendar } from '../../model/calendar.js';
import type { Phase } from '../../model/phase.js';
import type { Process } from '../../model/process.js';
import { saveFile } from '../../parts/save-file.js';

/** Gives the dates of a phase to the person as a file that every calendar reads. */
export function saveCalendarFile(phase: Phase, process: Process): void {
  const start = phase.start ?? phase.end;
  if (start === undefined) return;
  const entry = {
    uid: `${process.id}-${phase.id}@${location.hostname || 'portico'}`,
    title: `${phase.title.text}: ${process.title.text}`,
    description: [phase.online?.text, phase.inPerson?.text].filter(Boolean).join('\n'),
    url: phase.url ?? process.url,
    start,
    end: phase.end,
    timeZone: process.timeZone,
  };
  saveFile(`${process.id}-${phase.id}.ics`, icalendar(entry, new Date()), 'text/calendar');
}
