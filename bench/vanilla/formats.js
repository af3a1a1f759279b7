const days = new Intl.DateTimeFormat('it', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const either = new Intl.ListFormat('it', { type: 'disjunction' });

const at = day => new Date(`${day}T00:00:00Z`);

export const date = day => days.format(at(day));
export const dateRange = (start, end) => days.formatRange(at(start), at(end));
export const anyOf = items => either.format(items);

/** Whole days from now to a day, counted in UTC. */
export const daysTo = (day, now) => Math.ceil((at(day) - now) / 86_400_000);

export function size(bytes) {
  const unit = bytes < 1_000_000 ? 'kB' : 'MB';
  const number = (bytes / (unit === 'kB' ? 1000 : 1_000_000)).toLocaleString('it', {
    maximumFractionDigits: unit === 'kB' ? 0 : 1,
  });
  return `${number} ${unit}`;
}

export const minutes = words => {
  const count = Math.max(1, Math.ceil(words / 180));
  return count === 1 ? '1 minuto di lettura' : `${count} minuti di lettura`;
};
