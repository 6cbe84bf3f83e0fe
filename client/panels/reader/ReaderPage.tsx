import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { routeQuery } from '#client/api/queries.ts';
import { ErrorState, Spinner } from '#client/ui/states.tsx';
import { usePageTitle } from '#client/ui/use-page-title.ts';
import { highlightsByLine, linesOf } from './lines.ts';
import { passagesOf } from './narrow.ts';
import { Reader } from './Reader.tsx';
import '#client/panels/shared/shared.css';
import '#client/panels/shared/citing.css';
import './reader.css';
import './highlights.css';

/** One document: 目录, text, 出处与关系, and its graph. */
export const ReaderPage = ({ id }: { id: string }) => {
  const document = useQuery(routeQuery('document', { params: { id } }));
  usePageTitle(document.data?.document.title);
  const prepared = useMemo(() => {
    if (document.data === undefined) return null;
    const read = { ...document.data, highlights: passagesOf(document.data) };
    const lines = linesOf({ ...read, title: read.document.title });
    return { read, lines, byLine: highlightsByLine(lines, read.highlights) };
  }, [document.data]);
  if (document.isError) return <ErrorState page error={document.error} onRetry={() => void document.refetch()} />;
  if (prepared === null) return <Spinner page />;
  return <Reader {...prepared} />;
};
