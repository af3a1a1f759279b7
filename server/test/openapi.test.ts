import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parse } from 'yaml';

interface Operation {
  operationId?: string;
  parameters?: { in: string; name: string; required?: boolean }[];
  responses: Record<string, unknown>;
}

const document = parse(readFileSync('server/openapi.yaml', 'utf8')) as {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
};
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

/** Every reference in a tree. */
function references(part: unknown): string[] {
  if (part === null || typeof part !== 'object') return [];
  return Object.entries(part).flatMap(([key, value]) => (key === '$ref' ? [String(value)] : references(value)));
}

/** Where a JSON pointer leads. */
const at = (pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], document);

describe('the OpenAPI document', () => {
  it('is one of OpenAPI 3.1', () => {
    assert.match(document.openapi, /^3\.1\./);
    assert.ok(operations.length >= 6);
  });

  it('has no reference that leads nowhere', () => {
    const all = references(document);
    assert.ok(all.length > 20);
    for (const reference of all) assert.ok(at(reference), reference);
  });

  it('names each operation once', () => {
    const names = operations.map(({ operation }) => operation.operationId);
    assert.ok(
      names.every(name => name !== undefined),
      names.join(' '),
    );
    assert.equal(new Set(names).size, names.length, names.join(' '));
  });

  it('asks for Idempotency-Key on every write, and says on each route what a problem looks like', () => {
    for (const { path, method, operation } of operations) {
      const key = operation.parameters?.find(({ name }) => name === 'Idempotency-Key');
      assert.equal(key?.required === true, method !== 'get', `${method} ${path}`);
      assert.ok('default' in operation.responses, `${method} ${path}`);
    }
  });

  it('has a parameter for each name in a path', () => {
    for (const { path, method, operation } of operations) {
      const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const given = (operation.parameters ?? []).filter(parameter => parameter.in === 'path').map(({ name }) => name);
      assert.deepEqual(given, names, `${method} ${path}`);
    }
  });
});
