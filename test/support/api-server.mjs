import { memoryInNode } from '../../scripts/memory-in-node.mjs';

/**
 * A server that speaks Portico's HTTP contract, for the tests of the http backend: `/api/<scenario>/v1/…` at the origin of the tests.
 * Each scenario is a server of its own, with its own memory. Its name begins with what it does: `fine-1`, `busy-once-2`, `dropped-3`.
 */
const scenarios = new Map();

const statusOf = {
  'not-found': 404,
  unauthenticated: 401,
  'not-entitled': 403,
  conflict: 409,
  invalid: 422,
  closed: 423,
  'too-large': 413,
  'rate-limited': 429,
};

async function scenarioOf(name) {
  if (!scenarios.has(name)) {
    const { makeBackend } = await memoryInNode();
    scenarios.set(name, { ...makeBackend(), requests: [], keys: new Map(), drafts: new Map(), troubles: 0 });
  }
  return scenarios.get(name);
}

function problem(context, status, body = {}, headers = {}) {
  context.status = status;
  context.set({ 'content-type': 'application/problem+json', ...headers });
  context.body = JSON.stringify({ title: 'A problem', status, ...body });
}

/** Other origins may read; what concerns a person they may ask with a token only. */
function allowOtherOrigins(context) {
  context.set({ 'access-control-allow-origin': '*', 'access-control-expose-headers': 'retry-after' });
  if (context.method !== 'OPTIONS') return;
  context.set({
    'access-control-allow-headers': 'authorization, content-type, idempotency-key',
    'access-control-allow-methods': 'GET, POST',
  });
}

/** Says that more is coming, and hangs up. */
function cutOff(context) {
  context.respond = false;
  context.res.writeHead(200, { 'content-type': 'application/json', 'content-length': 1000 });
  context.res.write('{', () => context.req.socket.destroy());
}

const json = (context, body) => {
  context.set('content-type', 'application/json');
  context.body = JSON.stringify(body ?? {});
};

/** What goes wrong before the request is answered. True: it has been dealt with. */
const troubles = {
  fine: () => false,
  busy: context => (problem(context, 429, {}, { 'retry-after': '0' }), true),
  later: context => (problem(context, 429, {}, { 'retry-after': '3600' }), true),
  soon: context => (problem(context, 503, {}, { 'retry-after': '1' }), true),
  down: context => (problem(context, 503), true),
  // The status stands in the name of the scenario: `status409-1`.
  status: (context, status) => (problem(context, status), true),
  unsaid: (context, status) => ((context.status = status), (context.body = 'no problem document'), true),
  login: context => {
    context.redirect(`/api/html/v1/login`);
    return true;
  },
  dropped: context => {
    context.respond = false;
    context.req.socket.destroy();
    return true;
  },
  silent: context => {
    context.respond = false;
    return true;
  },
  garbled: context => {
    context.set('content-type', 'application/json');
    context.body = '{"id": ';
    return true;
  },
  html: context => {
    context.set('content-type', 'text/html');
    context.body = '<!doctype html><title>Sign in</title>';
    return true;
  },
  refused: context => (
    problem(context, 422, { reason: 'invalid', errors: [{ pointer: '/version', detail: 'not a number' }] }),
    true
  ),
  teapot: context => {
    context.status = 418;
    context.body = 'short and stout';
    return true;
  },
};

async function answer(context, scenario, path) {
  const { backend, people } = scenario;
  const { process, locale, version, cursor, limit, from } = context.query;
  const options = { locale };
  const ofVersion = { ...options, version: version && Number(version) };
  const person = context.cookies.get('person') || /^Bearer (\w+)$/.exec(context.get('authorization'))?.[1];
  if (person && people[person]) backend.signIn(people[person]);
  else backend.signOut();
  const [what, id, part] = path;
  if (what === 'session' && id === undefined) return json(context, await backend.session.current(process, options));
  if (what === 'processes' && id === undefined) {
    return json(context, await backend.processes.list({ ...options, cursor, limit: limit && Number(limit) }));
  }
  if (what === 'processes') return json(context, await backend.processes.get(id, options));
  if (what === 'drafts' && context.method === 'POST') return draft(context, scenario, id);
  if (what === 'pacts' && part === undefined) return json(context, await backend.pacts.get(id, ofVersion));
  if (what === 'pacts' && part === 'acceptance' && context.method === 'POST')
    return json(context, await accept(context, scenario, id));
  if (what === 'pacts' && part === 'acceptance') return json(context, { accepted: await backend.pacts.acceptance(id) });
  if (what === 'documents' && part === undefined) return json(context, await backend.documents.get(id, ofVersion));
  if (what === 'documents' && part === 'passages') {
    const page = { ...ofVersion, from, cursor, limit: limit && Number(limit) };
    return json(context, await backend.documents.passages(id, page));
  }
  const voting = ballotAnswer(context, backend, path);
  if (voting) return json(context, await voting);
  const observed = observationAnswer(context, backend, path);
  return observed ? json(context, await observed) : problem(context, 404);
}

/** What the contract says about observations; nothing for an address that it does not have. */
function observationAnswer(context, { observations }, [what, id, part]) {
  const { locale, cursor, limit, sort, process, ...rest } = context.query;
  const page = { locale, cursor, limit: limit && Number(limit) };
  const options = { idempotencyKey: context.get('idempotency-key'), locale };
  const written = async write => write(await bodyOf(context));
  const reads = {
    'observation-terms/*': () => observations.terms(id, { locale }),
    'logs/*': () => observations.log(id),
    observations: () => observations.list({ process, ...rest }, { ...page, sort }),
    'observations/summary': () => observations.summary({ process, ...rest }, { locale }),
    'observations/own': () => observations.own(process, { locale }),
    'observations/*': () => observations.get(id, { locale }),
    'observations/*/comments': () => observations.comments(id, page),
  };
  const writes = {
    attachments: async () => observations.attach(process, await fileOf(context, rest.name), options),
    observations: () => written(draft => observations.submit(draft, options)),
    'observations/similar': () =>
      written(async ({ subject, text }) => ({ items: await observations.similar(subject, text, { locale }) })),
    'observations/*/edit': () => written(draft => observations.edit(id, draft, options)),
    'observations/*/withdrawal': () => observations.withdraw(id, options),
    'observations/*/comments': () => written(comment => observations.comment({ reference: id, ...comment }, options)),
    'observations/*/like': () => written(({ liked }) => observations.like(id, liked, options)),
    'observations/*/reports': () => written(report => observations.report({ reference: id, ...report }, options)),
  };
  const calls = context.method === 'POST' ? writes : reads;
  const whole = [what, id, part].filter(Boolean).join('/');
  const any = [what, id && '*', part].filter(Boolean).join('/');
  return (calls[whole] ?? calls[any])?.();
}

/** What the contract says about ballots; nothing for an address that it does not have. */
function ballotAnswer(context, { ballots }, [what, id, part, more]) {
  const { locale } = context.query;
  const options = { idempotencyKey: context.get('idempotency-key'), locale };
  if (what === 'logs' && id.startsWith('ballot.')) {
    const { from, to } = context.query;
    const name = id.slice('ballot.'.length);
    if (part === undefined) return ballots.log(name);
    return ballots.consistency(name, { from: Number(from), to: Number(to) }).then(path => ({ path }));
  }
  if (what !== 'ballots') return undefined;
  if (context.method === 'POST' && part === 'credential') return ballots.credential(id, options);
  if (context.method === 'POST' && part === 'votes') return bodyOf(context).then(draft => ballots.cast(draft, options));
  if (part === undefined) return ballots.get(id, { locale });
  if (part === 'own') return signedIn(ballots.own(id, { locale }));
  if (part === 'results') return ballots.results(id, { locale, own: more === 'own' });
  return part === 'votes' || part === 'counted' ? ballots[part](id) : undefined;
}

/** The contract says 401 where the backend says nothing of nobody. */
async function signedIn(answer) {
  const own = await answer;
  if (own === undefined) throw Object.assign(new Error('nobody is signed in'), { reason: 'unauthenticated' });
  return own;
}

async function fileOf(context, name) {
  const chunks = [];
  for await (const chunk of context.req) chunks.push(chunk);
  return new File(chunks, name, { type: context.get('content-type') });
}

/** Takes a sealed draft, or gives one out once. */
async function draft(context, { drafts }, id) {
  if (id === undefined) {
    const { sealed } = await bodyOf(context);
    const made = `draft-${drafts.size + 1}`;
    drafts.set(made, { sealed, origin: context.get('origin') });
    return json(context, { id: made });
  }
  const left = drafts.get(id);
  drafts.delete(id);
  return left ? json(context, left) : problem(context, 404, { reason: 'not-found' });
}

async function bodyOf(context) {
  let text = '';
  for await (const chunk of context.req) text += chunk;
  return JSON.parse(text);
}

async function accept(context, { backend }, pact) {
  const { version } = await bodyOf(context);
  return backend.pacts.accept({ pact, version }, { idempotencyKey: context.get('idempotency-key') });
}

export const apiMiddleware = () => async (context, next) => {
  const [, api, name, v1, ...path] = context.path.split('/').map(decodeURIComponent);
  if (api !== 'api' || !name) return next();
  const scenario = await scenarioOf(name);
  context.set('cache-control', 'no-store');
  allowOtherOrigins(context);
  if (v1 === 'requests') return json(context, scenario.requests);
  const seen = { method: context.method, path: path.join('/'), headers: context.headers, at: Date.now(), givenUp: false };
  scenario.requests.push(seen);
  context.res.on('close', () => (seen.givenUp = !context.res.writableEnded));
  if (context.method === 'OPTIONS') return (context.status = 204);
  const [, kind, status, once] = /^([a-z]+)(\d*)(-once)?/.exec(name) ?? [];
  const first = scenario.troubles++ === 0;
  if ((first || !once) && troubles[kind]?.(context, Number(status))) return undefined;
  try {
    await answer(context, scenario, path);
    if (kind === 'broken') json(context, { ...JSON.parse(context.body), process: { id: 12 } });
    if (kind === 'lost' && first) cutOff(context);
  } catch (error) {
    const errors = error.fields?.map(({ path, message }) => ({ pointer: `/${path.replaceAll('.', '/')}`, detail: message }));
    problem(context, statusOf[error.reason] ?? 500, { reason: error.reason, errors });
  }
  return undefined;
};
