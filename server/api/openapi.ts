/** The OpenAPI description, printed from the same schemas that check requests and answers. */
import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { ERROR_CODES } from '#model/errors.ts';
import { EdgeDto, ErrorBody, NodeDto } from '#model/wire/common.ts';
import { ImportJob } from '#model/wire/console.ts';
import { EXPORT_PATH, ExportQuery, IMPORT_PATH, ROUTES, type Route } from '#model/wire/routes.ts';

type Responses = NonNullable<ZodOpenApiOperationObject['responses']>;

/** Named, so that the document says it once. */
const ErrorSchema = ErrorBody.meta({ id: 'Error' });
const json = (schema: z.ZodType) => ({ 'application/json': { schema } });

/** Errors any route may answer, with the codes that come with each status. */
const errorResponses = (): Responses => {
  const byStatus = new Map<number, string[]>();
  for (const [code, { status, en }] of Object.entries(ERROR_CODES)) {
    byStatus.set(status, [...(byStatus.get(status) ?? []), `${code} (${en})`]);
  }
  const ours: Responses = Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      String(status),
      {
        description: codes.join(', '),
        id: `Error${status}`,
        content: json(ErrorSchema),
        ...(status === 503 || status === 429 ? { headers: z.object({ 'Retry-After': z.string().optional() }) } : {}),
      },
    ]),
  );
  return {
    ...ours,
    '431': { description: 'Address or headers over 16 KB: refused by the HTTP server, without a body' },
  };
};

const NOT_MODIFIED = { '304': { description: 'Nothing has changed since the ETag given' } };

const operation = (name: string, route: Route, errors: Responses): ZodOpenApiOperationObject => ({
  operationId: name,
  summary: route.summary,
  requestParams: { path: route.params, query: route.query },
  ...(route.body === null ? {} : { requestBody: { required: true, content: json(route.body) } }),
  ...(route.method === 'GET' ? {} : { security: [{}, { token: [] }] }),
  responses: {
    '200': { description: route.summary, content: json(route.response) },
    ...(route.method === 'GET' ? NOT_MODIFIED : {}),
    ...errors,
  },
});

const GraphFile = z.object({ nodes: z.array(NodeDto), edges: z.array(EdgeDto) });
const FILES = {
  'application/xml': { schema: z.string() },
  'text/csv': { schema: z.string() },
  'application/json': { schema: GraphFile },
};

const otherPaths = (errors: Responses): ZodOpenApiPathsObject => ({
  [IMPORT_PATH]: {
    post: {
      operationId: 'importFiles',
      summary: '上传并导入文件',
      security: [{}, { token: [] }],
      requestBody: {
        required: true,
        content: {
          'multipart/form-data': { schema: z.object({ file: z.array(z.string().meta({ format: 'binary' })) }) },
        },
      },
      responses: {
        '200': { description: '任务已结束', content: json(ImportJob) },
        '202': { description: '任务已开始', content: json(ImportJob) },
        ...errors,
      },
    },
  },
  [EXPORT_PATH]: {
    get: {
      operationId: 'exportGraph',
      summary: '导出一个视图的图谱',
      requestParams: { query: ExportQuery },
      responses: {
        '200': {
          description: '文件',
          content: FILES,
        },
        ...errors,
      },
    },
  },
});

/** A list of fixed length says the same to tools that do not read `prefixItems`. */
const flattenTuple = (schema: { prefixItems?: unknown; items?: unknown }): void => {
  if (!Array.isArray(schema.prefixItems)) return;
  const kinds = new Map(schema.prefixItems.map((item: unknown) => [JSON.stringify(item), item]));
  const [only] = kinds.values();
  schema.items = kinds.size === 1 ? only : { anyOf: [...kinds.values()] };
  delete schema.prefixItems;
};

const METHOD = { GET: 'get', POST: 'post', PUT: 'put', DELETE: 'delete' } as const;

export const openApiDocument = (version: string) => {
  // One object for all routes: components are told apart by identity.
  const errors = errorResponses();
  const paths: ZodOpenApiPathsObject = otherPaths(errors);
  for (const [name, route] of Object.entries(ROUTES)) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [METHOD[route.method]]: operation(name, route, errors) };
  }
  return createDocument(
    {
      openapi: '3.1.0',
      info: {
        title: '法脉 Famai',
        version,
        description:
          'Ids are URL-encoded in paths. Lists page by `limit` and `cursor` and give `total`. Errors are `{"error":{"code","message"}}`.',
      },
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
      paths,
    },
    { override: ({ jsonSchema }) => flattenTuple(jsonSchema) },
  );
};
