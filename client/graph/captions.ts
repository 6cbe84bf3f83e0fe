/** What a node is called on the canvas and in its list. */
import { documentOf } from '#client/state/url.ts';
import type { NodeDto } from '#model/wire/common.ts';

/** A copy of a text goes by who published it and when; its file's name says nothing to a reader. */
export const captionOf = (node: NodeDto): string => {
  const { publisher, publishedAt } = node.properties;
  if (node.label !== 'Source' || typeof publisher !== 'string') return node.name;
  return typeof publishedAt === 'string' ? `${publisher} ${publishedAt}` : publisher;
};

/** The title in the id of a provision: `law/反间谍法@2023-04-26/art_36`. */
const titleIn = (id: string): string | null => /^law\/([^@]+)@/.exec(id)?.[1] ?? null;

/**
 * Captions for what stands together. Provisions of several texts say whose they are, after their number: a caption
 * that is too long loses its end, and 第N条 must not be lost.
 */
export const captionsFor = (nodes: readonly NodeDto[]): ((node: NodeDto) => string) => {
  const texts = new Set(nodes.flatMap(({ id, label }) => (label === 'Provision' ? [documentOf(id)] : [])));
  if (texts.size < 2) return captionOf;
  return (node) => {
    const title = node.label === 'Provision' ? titleIn(node.id) : null;
    return title === null ? captionOf(node) : `${node.name} · ${title}`;
  };
};
