import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#client/ui/Button.tsx';
import { download } from '#client/ui/download.ts';
import { useErrorMessage } from '#client/ui/states.tsx';

/** Fetches the whole list as CSV and saves it; says so when it fails. */
export const ExportCsvButton = ({
  name,
  rows,
  disabled = false,
}: {
  name: string;
  rows: () => Promise<string>;
  disabled?: boolean;
}) => {
  const { t } = useTranslation();
  const save = useMutation({
    mutationFn: rows,
    onSuccess: (text) => download(name, 'text/csv;charset=utf-8', text),
  });
  const message = useErrorMessage(save.error);
  return (
    <>
      <Button
        variant="quiet"
        icon={<Download aria-hidden="true" />}
        disabled={disabled || save.isPending}
        onClick={() => save.mutate()}
      >
        {save.isPending ? t('state.loading') : t('action.exportCsv')}
      </Button>
      {save.isError ? (
        <span className="small" role="alert">
          {message}
        </span>
      ) : null}
    </>
  );
};
