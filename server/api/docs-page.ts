/** The description as a page to read. Pure: a document in, HTML out. */
import { z } from 'zod';

/** What the page reads of an OpenAPI document. */
const Parameter = z.object({
  name: z.string(),
  in: z.string(),
  required: z.boolean().optional(),
  description: z.string().optional(),
  schema: z.unknown(),
});
const Media = z.record(z.string(), z.object({ schema: z.unknown() }));
const Answer = z.object({ description: z.string(), content: Media.optional() });
const Operation = z.object({
  summary: z.string(),
  parameters: z.array(Parameter).optional(),
  requestBody: z.object({ content: Media }).optional(),
  responses: z.record(z.string(), z.union([z.object({ $ref: z.string() }), Answer])),
});
const Described = z.object({
  info: z.object({ title: z.string(), version: z.string(), description: z.string() }),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.object({
    schemas: z.record(z.string(), z.unknown()).default({}),
    responses: z.record(z.string(), Answer).default({}),
  }),
});

const plain = (text: string): string => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
const code = (value: unknown): string => `<pre><code>${plain(JSON.stringify(value, null, 2) ?? '')}</code></pre>`;
const more = (summary: string, value: unknown): string =>
  `<details><summary>${plain(summary)}</summary>${code(value)}</details>`;

const parameterRow = (parameter: z.output<typeof Parameter>): string =>
  `<tr><td><code>${plain(parameter.name)}</code></td><td>${plain(parameter.in)}</td><td>${
    parameter.required === true ? '是' : ''
  }</td><td><code>${plain(JSON.stringify(parameter.schema) ?? '')}</code></td></tr>`;

const operationSection = (path: string, method: string, operation: z.output<typeof Operation>): string => {
  const parameters = operation.parameters ?? [];
  const table =
    parameters.length === 0
      ? ''
      : `<table><thead><tr><th>参数</th><th>位置</th><th>必填</th><th>类型</th></tr></thead><tbody>${parameters
          .map(parameterRow)
          .join('')}</tbody></table>`;
  const body = Object.entries(operation.requestBody?.content ?? {}).map(([type, { schema }]) =>
    more(`请求 ${type}`, schema),
  );
  const answers = Object.entries(operation.responses).flatMap(([status, answer]) => {
    if ('$ref' in answer) return [];
    const media = Object.entries(answer.content ?? {});
    if (media.length === 0) return [`<p><code>${plain(status)}</code> ${plain(answer.description)}</p>`];
    return media.map(([type, { schema }]) => more(`${status} ${type}`, schema));
  });
  return `<section><h2><span class="method">${plain(method.toUpperCase())}</span> <code>${plain(path)}</code></h2><p>${plain(operation.summary)}</p>${table}${body.join('')}${answers.join('')}</section>`;
};

export const docsPage = (document: unknown): string => {
  const { info, paths, components } = Described.parse(document);
  const sections = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => operationSection(path, method, operation)),
  );
  const schemas = Object.entries(components.schemas).map(([name, schema]) => more(name, schema));
  const errors = Object.entries(components.responses).map(
    ([name, { description }]) => `<li><code>${plain(name.replace('Error', ''))}</code> ${plain(description)}</li>`,
  );
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${plain(info.title)} API</title><link rel="stylesheet" href="/api/docs.css"></head><body><main><h1>${plain(info.title)} API <small>${plain(info.version)}</small></h1><p>${plain(info.description)}</p><p><a href="/api/openapi.json">openapi.json</a></p>${sections.join('')}<h2>错误 / errors</h2><ul>${errors.join('')}</ul><h2>模型 / schemas</h2>${schemas.join('')}</main></body></html>`;
};

export const DOCS_CSS = `:root{color-scheme:light dark;font-family:system-ui,"Noto Sans CJK SC","Microsoft YaHei",sans-serif;line-height:1.6}
body{margin:0}main{max-width:60rem;margin:0 auto;padding:1rem}
section{border-top:1px solid #8886;padding:.5rem 0}h2{font-size:1.1rem;margin:.5rem 0}
.method{display:inline-block;min-width:4.5rem;font-weight:700}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #8886;padding:.25rem .5rem;text-align:left;vertical-align:top}
code{overflow-wrap:anywhere}pre{overflow:auto;padding:.5rem;border:1px solid #8886;max-height:30rem}
`;
