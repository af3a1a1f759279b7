import type { FastifyInstance, FastifySchema } from 'fastify';
import * as v from 'valibot';
import { Problem } from '../problems/problem.js';

type Schema = v.GenericSchema;

/** What a route takes and gives, as schemas of the model. The same ones become the OpenAPI document. */
export interface RouteSchema extends FastifySchema {
  body?: Schema;
  querystring?: Schema;
  params?: Schema;
  headers?: Schema;
  response?: Readonly<Record<number | string, Schema>>;
  summary?: string;
  description?: string;
  tags?: readonly string[];
  operationId?: string;
}

/** Lets the model's schemas check what arrives. What a route sends was made by the model already and is written as it is. */
export function validateByModel(app: FastifyInstance): void {
  app.setValidatorCompiler<Schema>(({ schema, httpPart }) => data => {
    const result = v.safeParse(schema, data);
    if (result.success) return { value: result.output };
    const fields = result.issues.slice(0, 10).map(issue => ({
      pointer: `/${pathOf(issue)}`.slice(0, 200),
      detail: expectationOf(issue).slice(0, 200),
    }));
    return { error: new Problem(httpPart === 'body' ? 'invalid-fields' : 'invalid-request', { fields }) };
  });
  app.setSerializerCompiler(() => data => JSON.stringify(data));
}

/** What should have been there. What was there instead is not repeated: it may be somebody's address. */
const expectationOf = ({ message }: v.BaseIssue<unknown>): string => message.replace(/(:| but) received [^]*$/i, '');

function pathOf(issue: v.BaseIssue<unknown>): string {
  return (issue.path ?? []).map(({ key }) => String(key).replaceAll('~', '~0').replaceAll('/', '~1')).join('/');
}
