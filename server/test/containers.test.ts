import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { definitions, readSettings } from '../src/settings/settings.js';

interface Service {
  environment?: Record<string, string>;
  networks?: string[] | Record<string, { ipv4_address: string }>;
  volumes?: string[];
  build?: { context: string; dockerfile: string };
  command?: string[];
  depends_on?: string[] | Record<string, unknown>;
}

interface Compose {
  services: Record<string, Service>;
  networks: { inside: { ipam: { config: { subnet: string }[] } } };
  volumes: Record<string, unknown>;
}

const server = join(process.cwd(), 'server');
const read = (name: string): string => readFileSync(join(server, name), 'utf8');
const compose = parse(read('compose.yaml'), { merge: true }) as Compose;
const caddyfile = read('Caddyfile');
const dockerfile = read('Dockerfile');

const service = (name: string): Service => {
  const found = compose.services[name];
  assert.ok(found, name);
  return found;
};

/** As Compose does it: `${NAME}`, `${NAME:-default}`, `${NAME:?what is missing}`. */
function filledIn(value: string, given: Record<string, string>): string {
  return value.replace(
    /\$\{(\w+)(?::([-?])([^}]*))?\}/g,
    (_all, name: string, sign: string | undefined, rest: string | undefined) => {
      const value = given[name];
      if (value !== undefined) return value;
      assert.equal(sign, '-', `${name} is needed`);
      return rest ?? '';
    },
  );
}

const given = {
  PORTICO_HOST: 'partecipa.comune.example',
  PORTICO_KEY: Buffer.alloc(32).toString('base64'),
  DATABASE_PASSWORD: 'abc123',
};
const processes = ['migrate', 'portico-1', 'portico-2'];

describe('compose.yaml', () => {
  for (const name of processes) {
    it(`sets for ${name} what the server knows, and enough to start`, () => {
      const environment = service(name).environment ?? {};
      const known = new Set(Object.values(definitions).map(({ name }) => name));
      assert.deepEqual(
        Object.keys(environment).filter(variable => !known.has(variable)),
        [],
      );
      const filled = Object.entries(environment).map(([variable, value]) => [variable, filledIn(value, given)]);
      const settings = readSettings(Object.fromEntries(filled) as Record<string, string>);
      assert.equal(settings.url.href, 'https://partecipa.comune.example/');
      assert.equal(settings.databaseUrl, 'postgres://portico:abc123@database/portico');
    });
  }

  it('takes every secret from outside', () => {
    const secret = Object.values(definitions).filter(definition => definition.secret);
    const environment = service('portico-1').environment ?? {};
    for (const { name } of secret) assert.match(environment[name] ?? '${', /\$\{/, name);
  });

  it('trusts the address of its proxy alone, which lies in its network', () => {
    const { networks } = service('proxy');
    const address = networks && !Array.isArray(networks) ? networks['inside']?.ipv4_address : undefined;
    assert.equal(service('portico-1').environment?.['PORTICO_PROXIES'], address);
    const subnet = compose.networks.inside.ipam.config[0]?.subnet ?? '';
    assert.ok(address?.startsWith(subnet.replace(/\.0\/24$/, '.')));
  });

  it('brings the tables up to date once, before the processes start', () => {
    assert.deepEqual(service('migrate').command, ['migrate']);
    for (const name of ['portico-1', 'portico-2']) assert.ok('migrate' in (service(name).depends_on ?? {}));
  });

  it('names files, volumes and services that are there', () => {
    for (const { build, volumes = [], depends_on: after = [] } of Object.values(compose.services)) {
      if (build) assert.ok(existsSync(join(server, build.context, build.dockerfile)));
      for (const source of volumes.map(volume => volume.split(':')[0] ?? '')) {
        assert.ok(source.startsWith('.') ? existsSync(join(server, source)) : source in compose.volumes, source);
      }
      for (const name of Array.isArray(after) ? after : Object.keys(after)) assert.ok(name in compose.services, name);
    }
  });
});

describe('Caddyfile', () => {
  it('leads to every process, at the port that the image listens on', () => {
    const port = /\bPORT=(\d+)/.exec(dockerfile)?.[1] ?? '';
    const upstreams = /reverse_proxy ([^{]+)\{/.exec(caddyfile)?.[1]?.trim().split(' ');
    const running = Object.keys(compose.services).filter(name => name.startsWith('portico-'));
    assert.deepEqual(
      upstreams,
      running.map(name => `${name}:${port}`),
    );
  });

  it('notices a process that stops before that process takes nothing more', () => {
    const interval = Number(/health_interval (\d+)s/.exec(caddyfile)?.[1]);
    const drain = Number(service('portico-1').environment?.['DRAIN_SECONDS']);
    assert.ok(interval * 2 <= drain);
    assert.match(caddyfile, /health_uri \/readyz/);
  });

  it('keeps inside what is for those who run the server', () => {
    assert.match(caddyfile, /@inside path \/metrics \/readyz\n\s*respond @inside 404/);
  });
});

describe('Dockerfile', () => {
  it('sets what the server knows', () => {
    const known = new Set(['NODE_ENV', ...Object.values(definitions).map(({ name }) => name)]);
    const set = [...(/^ENV (.+)$/m.exec(dockerfile)?.[1]?.matchAll(/(\w+)=/g) ?? [])].map(([, name = '']) => name);
    assert.ok(set.length > 0);
    assert.deepEqual(
      set.filter(name => !known.has(name)),
      [],
    );
  });

  it('copies what is there, and runs as nobody special', () => {
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, names = '']) => names.split(' '));
    for (const name of copied) assert.ok(existsSync(join(process.cwd(), name)), name);
    assert.ok(dockerfile.indexOf('USER node') < dockerfile.indexOf('ENTRYPOINT'));
  });
});
