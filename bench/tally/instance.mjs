/** Chance that is the same in each run. */
function chance(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * An invented city: some projects are wanted by many, most by few, and each vote approves 1 to 10.
 *
 * @returns Options with cost in cents, and for each vote the ids that it approves.
 */
export function inventedCity({ projects, votes, seed = 7 }) {
  const next = chance(seed);
  const below = end => Math.floor(next() * end);
  const options = Array.from({ length: projects }, (_, at) => ({ id: `p${at}`, cost: (20 + below(480)) * 100_000 }));
  const wanted = options.map(() => next() ** 2);
  const choices = Array.from({ length: votes }, () => {
    const chosen = new Set();
    const most = 1 + below(10);
    for (let tries = 0; chosen.size < most && tries < 100; tries += 1) {
      const at = below(projects);
      if (next() < wanted[at]) chosen.add(`p${at}`);
    }
    return [...chosen].sort();
  });
  const together = options.reduce((sum, { cost }) => sum + cost, 0);
  // A third of what all projects would cost.
  return { options, choices, budget: Math.floor(together / 3) };
}

/** The same as a file of Pabulib, about as large as is asked for, in bytes. */
export function pabulibFile({ options, choices, budget }, bytes) {
  const head = `META\nkey;value\nbudget;${budget}\nvote_type;approval\nrule;greedy\nPROJECTS\nproject_id;cost\n${options
    .map(({ id, cost }) => `${id};${cost}`)
    .join('\n')}\nVOTES\nvoter_id;age;vote\n`;
  const lines = [];
  let size = head.length;
  for (let at = 0; size < bytes; at += 1) {
    const line = `${at + 1};${18 + (at % 70)};${choices[at % choices.length].join(',')}`;
    lines.push(line);
    size += line.length + 1;
  }
  return head + lines.join('\n');
}
