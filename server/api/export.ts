/** `GET /api/export`: a view of the graph as a file. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Router } from 'express';
import { EXPORT_PATH, ExportQuery } from '#model/wire/routes.ts';
import { EXPORT_FORMATS, exportGraph } from '#server/services/export/formats.ts';
import type { Library } from '#server/services/library.ts';
import { validated } from './security/validated.ts';

/** Only letters, digits and a few signs of a name reach the header as they are; the rest is percent-encoded. */
const fileNames = (name: string, ending: string): string => {
  const encoded = encodeURIComponent(`${name.toWellFormed()}.${ending}`).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="famai.${ending}"; filename*=UTF-8''${encoded}`;
};

/** Characters no system takes in a file name, and those that would lead out of a folder. */
const cleanName = (name: string): string => name.replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, ' ').trim() || 'famai';

export const exportRouter = (library: Library): Router => {
  const router = Router();
  router.get(EXPORT_PATH, async (request, response) => {
    const { format, name, ...view } = validated(ExportQuery, request.query);
    const graph = await library.graph.view(view);
    const { type, ending } = EXPORT_FORMATS[format];
    response.setHeader('Content-Type', type);
    response.setHeader('Content-Disposition', fileNames(cleanName(name ?? 'famai'), ending));
    response.setHeader('Cache-Control', 'no-store');
    await pipeline(Readable.from(exportGraph(graph, format)), response);
  });
  return router;
};
