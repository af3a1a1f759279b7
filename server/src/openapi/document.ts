import swagger from '@fastify/swagger';
import { toJsonSchema, toJsonSchemaDefs } from '@valibot/to-json-schema';
import type { FastifyInstance } from 'fastify';
import type { GenericSchema } from 'valibot';
import { contentsLineSchema, documentSchema, documentVersionSchema, passageSchema } from '../../../src/model/document.js';
import { eligibilitySchema } from '../../../src/model/eligibility.js';
import { backendErrorReasons } from '../../../src/model/error-reason.js';
import { acceptanceSchema, pactSchema, pactVersionSchema } from '../../../src/model/pact.js';
import { phaseSchema } from '../../../src/model/phase.js';
import { privacyNoticeSchema } from '../../../src/model/privacy-notice.js';
import { processSchema } from '../../../src/model/process.js';
import { receiptSchema } from '../../../src/model/receipt.js';
import { anyBlockSchema, anyInlineSchema, richTextSchema } from '../../../src/model/richtext.js';
import { sessionSchema, verificationSchema } from '../../../src/model/session.js';
import { textSchema } from '../../../src/model/text.js';

/**
 * Describes the routes as an OpenAPI 3.1 document. The schemas are the model's own, turned into JSON Schema: what arrives as it is sent,
 * what is answered as it is answered.
 */
export async function describeRoutes(app: FastifyInstance, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Portico',
        version,
        description: 'The HTTP contract between the widgets of Portico and a city. docs/backends.md says what the shapes mean.',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      components: {
        securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-portico' } },
        schemas: { ...modelSchemas(), Problem: problemSchema },
      },
    },
    hideUntagged: false,
    convertConstToEnum: false,
    transform({ schema, url, route }) {
      const described = schema as Record<string, unknown>;
      const { config } = route as { config?: { personal?: boolean } };
      const writes = !['GET', 'HEAD'].includes(String(route.method));
      return {
        url,
        schema: {
          ...described,
          ...turned(described, ['body', 'querystring', 'params']),
          ...(writes && { headers: idempotencyKeySchema }),
          ...(config?.personal && { security: [{ session: [] }] }),
          response: { ...responses(described['response']), default: problemAnswer },
        },
      };
    },
  });
}

/** The shapes of the model that stand in the document by their own names. */
const definitions = {
  Text: textSchema,
  Inline: anyInlineSchema,
  Block: anyBlockSchema,
  RichText: richTextSchema,
  Phase: phaseSchema,
  Process: processSchema,
  Eligibility: eligibilitySchema,
  PrivacyNotice: privacyNoticeSchema,
  PactVersion: pactVersionSchema,
  Pact: pactSchema,
  Document: documentSchema,
  DocumentVersion: documentVersionSchema,
  ContentsLine: contentsLineSchema,
  Passage: passageSchema,
  Receipt: receiptSchema,
  Acceptance: acceptanceSchema,
  Verification: verificationSchema,
  Session: sessionSchema,
};

const conversion = {
  target: 'draft-2020-12',
  typeMode: 'input',
  errorMode: 'ignore',
  definitions,
  overrideRef: ({ referenceId }: { referenceId: string }) => `#/components/schemas/${referenceId}`,
} as const;

const modelSchemas = (): Record<string, object> => ({ ...toJsonSchemaDefs(definitions, conversion) });

const problemSchema = {
  type: 'object' as const,
  description: 'Problem details (RFC 9457). `type` ends with the name of the problem and never changes.',
  required: ['type', 'title', 'status', 'reason', 'lang'],
  properties: {
    type: { type: 'string' as const, format: 'uri' },
    title: { type: 'string' as const },
    status: { type: 'integer' as const },
    reason: { type: 'string' as const, enum: [...backendErrorReasons] },
    lang: { type: 'string' as const },
    errors: {
      type: 'array' as const,
      items: {
        type: 'object' as const,
        required: ['pointer', 'detail'],
        properties: { pointer: { type: 'string' as const }, detail: { type: 'string' as const } },
      },
    },
  },
};

const problemAnswer = {
  description: 'What went wrong.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

const idempotencyKeySchema = {
  type: 'object',
  required: ['Idempotency-Key'],
  properties: {
    'Idempotency-Key': {
      type: 'string',
      minLength: 8,
      maxLength: 200,
      description: 'The same key again is the same submission, for 24 hours.',
    },
  },
};

/**
 * JSON Schema of a model schema, as it may be sent: tokens with or without a label, what has a default left out. Checks that JSON Schema
 * cannot say are left to the server.
 */
function jsonSchema(schema: unknown): Record<string, unknown> {
  const made = toJsonSchema(schema as GenericSchema, conversion);
  // The document says once for all in which dialect its schemas are, and has their definitions in one place.
  return Object.fromEntries(Object.entries(made).filter(([key]) => key !== '$schema' && key !== '$defs'));
}

function turned(schema: Record<string, unknown>, parts: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(parts.filter(part => schema[part] !== undefined).map(part => [part, jsonSchema(schema[part])]));
}

function responses(response: unknown): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(response ?? {}).map(([status, schema]) => [
      status,
      { description: 'Done.', content: { 'application/json': { schema: jsonSchema(schema) } } },
    ]),
  );
}
