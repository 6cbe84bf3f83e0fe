import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Upload } from 'lucide-react';
import { type DragEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routeQuery } from '#client/api/queries.ts';
import { uploadFiles } from '#client/api/upload.ts';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { ErrorState } from '#client/ui/states.tsx';
import { filesIn } from './dropped-files.ts';
import { ImportReportView } from './ImportReportView.tsx';
import './imports.css';

const POLL_MS = 700;

/** Own documents into the library: choose or drop files and folders, see the progress, read the report. */
export const ImportDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation('pages');
  const client = useQueryClient();
  const [sent, setSent] = useState(0);
  const upload = useMutation({ mutationFn: (files: readonly File[]) => uploadFiles(files, setSent) });
  const id = upload.data?.id;
  const job = useQuery({
    ...routeQuery('importJob', { params: { id: id ?? '' } }),
    enabled: id !== undefined,
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.state === 'done' || state.data?.state === 'failed' ? false : POLL_MS),
  });
  const state = job.data ?? upload.data;
  const done = state?.state === 'done';
  useEffect(() => {
    // Whatever the page shows may have changed; the report itself has not.
    if (done) void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'importJob' });
  }, [done, client]);
  const start = (files: readonly File[]) => {
    setSent(0);
    if (files.length > 0) upload.mutate(files);
  };
  return (
    <Dialog title={t('imports.title')} open onClose={onClose}>
      <div className="stack">
        {upload.isIdle || upload.isError ? <DropZone onFiles={start} /> : null}
        {upload.isError ? <ErrorState error={upload.error} /> : null}
        {upload.isPending ? (
          <label className="stack">
            {t('imports.sending')}
            <progress max={1} value={sent} />
          </label>
        ) : null}
        {state !== undefined && (state.state === 'waiting' || state.state === 'running') ? (
          <label className="stack">
            {t('imports.reading', { done: state.done, total: state.total })}
            <progress max={Math.max(1, state.total)} value={state.done} />
          </label>
        ) : null}
        {state?.state === 'failed' ? (
          <p role="alert" className="card-reason">
            {state.message ?? t('imports.failed')}
          </p>
        ) : null}
        {job.isError ? <ErrorState error={job.error} onRetry={() => void job.refetch()} /> : null}
        {state?.report ? <ImportReportView report={state.report} onOpen={onClose} /> : null}
        {state?.state === 'done' || state?.state === 'failed' ? (
          <p>
            <Button onClick={() => upload.reset()}>{t('imports.again')}</Button>
          </p>
        ) : null}
      </div>
    </Dialog>
  );
};

const DropZone = ({ onFiles }: { onFiles: (files: readonly File[]) => void }) => {
  const { t } = useTranslation('pages');
  const [over, setOver] = useState(false);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void filesIn(event.dataTransfer).then(onFiles);
  };
  return (
    <section
      className={over ? 'drop-zone drop-zone-over' : 'drop-zone'}
      aria-label={t('imports.title')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Upload aria-hidden="true" />
      <p>{t('imports.drop')}</p>
      <p className="small muted">{t('imports.formats')}</p>
      <p className="row">
        <Button variant="primary" onClick={() => files.current?.click()}>
          {t('imports.choose')}
        </Button>
        <Button onClick={() => folder.current?.click()}>{t('imports.folder')}</Button>
      </p>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        aria-label={t('imports.choose')}
        accept=".txt,.md,.html,.htm,.docx,.pdf,.zip"
        onChange={(event) => onFiles([...(event.currentTarget.files ?? [])])}
      />
      <input
        ref={(element) => {
          folder.current = element;
          element?.setAttribute('webkitdirectory', '');
        }}
        type="file"
        multiple
        hidden
        aria-label={t('imports.folder')}
        onChange={(event) => onFiles([...(event.currentTarget.files ?? [])])}
      />
    </section>
  );
};
