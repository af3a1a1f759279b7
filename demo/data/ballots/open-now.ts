const day = 86_400_000;

/** The demonstration has no end: whenever it runs its ballots are open, and for two more weeks at least. */
export function openNow<Ballot extends { opens: string; closes: string }>(ballot: Ballot): Ballot {
  const now = Date.now();
  const instant = (time: number): string => new Date(time).toISOString();
  return {
    ...ballot,
    opens: instant(Math.min(Date.parse(ballot.opens), now - day)),
    closes: instant(Math.max(Date.parse(ballot.closes), now + 14 * day)),
  };
}
