/** The OpenAPI 3.1 document, made from the same routes and schemas that the service runs on. */
import {
  Catalogue,
  CatalogueEntry,
  CatalogueNode,
  Complaint,
  ComplaintCase,
  FlowChart,
  Guide,
  Letter,
  PowerItem,
  Problem,
  Receipt,
  StandardCatalogue,
} from '@zwgk/schema';
import * as z from 'zod/mini';
import type { Parameter, Route } from './route.js';

const named = {
  Catalogue,
  CatalogueEntry,
  CatalogueNode,
  Complaint,
  ComplaintCase,
  FlowChart,
  Guide,
  Letter,
  PowerItem,
  Problem,
  Receipt,
  StandardCatalogue,
};

type Json = Record<string, unknown>;
const refOf = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** JSON Schema 2020-12 of what goes in and out; a schema with a name is referred to by it. */
function schemasOf(routes: readonly Route[]) {
  const registry = z.registry<{ id: string }>();
  const names = new Map<z.ZodMiniType, string>();
  const add = (schema: z.ZodMiniType, id: string) => {
    registry.add(schema, { id });
    names.set(schema, id);
  };
  for (const [id, schema] of Object.entries(named)) add(schema, id);
  const title = (text: string) => text.replace(/(?:^|\/):?(\w)/g, (_, letter: string) => letter.toUpperCase());
  for (const { path, method, body, answer } of routes) {
    const name = `${title(path)}${method === 'GET' ? '' : title(method.toLowerCase())}`;
    if (body && !names.has(body)) add(body, `${name}Body`);
    if (answer.schema && !names.has(answer.schema)) add(answer.schema, `${name}Answer`);
  }
  const { schemas } = z.toJSONSchema(registry, {
    target: 'draft-2020-12',
    io: 'input',
    unrepresentable: 'any',
    uri: (id) => `#/components/schemas/${id}`,
  }) as { schemas: Record<string, Json> };
  for (const schema of Object.values(schemas)) {
    delete schema['$schema'];
    delete schema['$id'];
  }
  return { schemas, ref: (schema: z.ZodMiniType) => refOf(names.get(schema)!) };
}

const parameter = (name: string, { description, schema = { type: 'string' }, repeated }: Parameter): Json => ({
  name,
  in: 'query',
  description,
  schema: repeated ? { type: 'array', items: schema } : schema,
  ...(repeated ? { style: 'form', explode: true } : {}),
});

const problem = (status: number): [string, Json] => [
  String(status),
  {
    description: REASONS[status] ?? 'Problem',
    content: { 'application/problem+json': { schema: refOf('Problem') } },
  },
];
const REASONS: Readonly<Record<number, string>> = {
  400: 'Malformed body',
  401: 'No valid token',
  403: 'Not allowed for this role',
  404: 'No such thing',
  409: 'The state forbids it, or the key was used for something else',
  413: 'Body too large',
  415: 'Another content type',
  422: 'Invalid input, with its issues',
  429: 'Too often; see Retry-After',
  500: 'The service failed',
};

/** @param server address of the service, as far as its document should name it */
export function openApiOf(routes: readonly Route[], version: string): Json {
  const { schemas, ref } = schemasOf(routes);
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const { method, path, summary, tag, query = {}, body, form, repeatable, staff, answer, failures = [] } = route;
    const { bytes, headers = {} } = route;
    const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name!);
    const content = bytes
      ? { [bytes]: { schema: { type: 'string', format: 'binary' } } }
      : body && {
          'application/json': { schema: ref(body) },
          ...(form ? { 'application/x-www-form-urlencoded': { schema: ref(body) } } : {}),
        };
    const failing = [...new Set([...(content ? [400] : []), ...failures, 422, 429, 500])].sort((a, b) => a - b);
    const place = path.replace(/:(\w+)(?:\{[^}]*\})?/g, '{$1}');
    (paths[place] ??= {})[method.toLowerCase()] = {
      summary,
      tags: [tag],
      operationId: `${method.toLowerCase()}${place.replace(/[^A-Za-z]+(\w?)/g, (_, letter: string) => letter.toUpperCase())}`,
      parameters: [
        ...names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
        ...Object.entries(query).map(([name, one]) => parameter(name, one)),
        ...(repeatable
          ? [
              {
                name: 'Idempotency-Key',
                in: 'header',
                description:
                  'The same key never makes two cases or two steps; 16 to 200 characters that nobody can guess',
                schema: { type: 'string', minLength: 16, maxLength: 200 },
              },
            ]
          : []),
        ...Object.entries(headers).map(([name, description]) => ({
          name,
          in: 'header',
          description,
          schema: { type: 'string' },
        })),
      ],
      ...(content ? { requestBody: { required: true, content } } : {}),
      ...(staff ? { security: [{ token: [] }] } : {}),
      responses: {
        [String(answer.status ?? 200)]: {
          description: answer.description,
          ...(answer.status === 204
            ? {}
            : {
                content: {
                  ...(answer.bytes
                    ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
                    : { 'application/json': { schema: answer.schema ? ref(answer.schema) : { type: 'object' } } }),
                  ...(form ? { 'text/html': { schema: { type: 'string' } } } : {}),
                },
              }),
        },
        ...Object.fromEntries(failing.map(problem)),
      },
    };
  }
  return {
    openapi: '3.1.0',
    info: { title: '政务公开 zwgk', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/api/v1' }],
    tags: [...new Set(routes.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: { schemas, securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
  };
}
