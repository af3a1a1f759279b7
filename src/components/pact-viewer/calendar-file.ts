import { icalendar } from '../../model/calendar.js';
import type { Phase } from '../../model/phase.js';
import type { Process } from '../../model/process.js';

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
  const url = URL.createObjectURL(new Blob([icalendar(entry, new Date())], { type: 'text/calendar' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${process.id}-${phase.id}.ics`;
  link.click();
  // Some browsers read the file only after the click is over.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 10_000);
}
