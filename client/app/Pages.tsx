/** Which page an address shows. Each comes on demand, so that the first screen carries only itself. */
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Route, Routes, useParams, useSearchParams } from 'react-router';
import { Landing } from '#client/panels/landing/Landing.tsx';
import { EmptyState, Spinner } from '#client/ui/states.tsx';
import { parseParams } from './console-address.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';

const LawPage = lazy(() => import('#client/panels/law/LawPage.tsx').then((m) => ({ default: m.LawPage })));
const ReaderPage = lazy(() => import('#client/panels/reader/ReaderPage.tsx').then((m) => ({ default: m.ReaderPage })));
const SearchPage = lazy(() => import('#client/panels/search/SearchPage.tsx').then((m) => ({ default: m.SearchPage })));
const DutiesPage = lazy(() => import('#client/panels/duties/DutiesPage.tsx').then((m) => ({ default: m.DutiesPage })));
const LawsPage = lazy(() => import('#client/panels/lists/LawsPage.tsx').then((m) => ({ default: m.LawsPage })));
const DocumentsPage = lazy(() =>
  import('#client/panels/lists/DocumentsPage.tsx').then((m) => ({ default: m.DocumentsPage })),
);
const ViewsPage = lazy(() => import('#client/panels/views/ViewsPage.tsx').then((m) => ({ default: m.ViewsPage })));
const ConsolePage = lazy(() =>
  import('#client/panels/console/ConsolePage.tsx').then((m) => ({ default: m.ConsolePage })),
);

/** The id after `/law/` or `/document/`, URL-encoded or with bare slashes. */
const useIdInPath = (prefix: string): string => {
  const id = useParams()['*'] ?? '';
  return id.includes('/') ? id : `${prefix}/${id}`;
};

const LawRoute = () => {
  const id = useIdInPath('law');
  return <LawPage key={id} id={id} />;
};

const DocumentRoute = () => {
  const id = useIdInPath('doc');
  return <ReaderPage key={id} id={id} />;
};

const ConsoleRoute = () => {
  const [search] = useSearchParams();
  const query = search.get('query');
  const params = parseParams(search.get('params'));
  return (
    <ConsolePage
      {...(query === null ? {} : { initialQuery: query })}
      {...(params === null ? {} : { initialParams: params })}
    />
  );
};

const NotFound = () => {
  const { t } = useTranslation();
  return <EmptyState page title={t('state.notFound')} />;
};

export const Pages = () => (
  <ErrorBoundary>
    <Suspense fallback={<Spinner page />}>
      <Routes>
        <Route path="/" element={<Landing />} />
        <Route path="/law/*" element={<LawRoute />} />
        <Route path="/document/*" element={<DocumentRoute />} />
        <Route path="/laws" element={<LawsPage />} />
        <Route path="/documents" element={<DocumentsPage />} />
        <Route path="/duties" element={<DutiesPage />} />
        <Route path="/search" element={<SearchPage />} />
        <Route path="/views" element={<ViewsPage />} />
        <Route path="/console" element={<ConsoleRoute />} />
        <Route path="*" element={<NotFound />} />
      </Routes>
    </Suspense>
  </ErrorBoundary>
);
