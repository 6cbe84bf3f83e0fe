import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#client/ui/Button.tsx';
import { Menu } from '#client/ui/Menu.tsx';
import { EXPORT_FORMATS, type ExportFormat } from './export/run.ts';

/** 导出: the view as drawn, in every format; each writer is fetched when it is asked for. */
export const ExportMenu = ({ onExport, disabled }: { onExport: (format: ExportFormat) => void; disabled: boolean }) => {
  const { t } = useTranslation('graph');
  return (
    <Menu
      trigger={
        <Button variant="quiet" icon={<Download aria-hidden="true" />} disabled={disabled}>
          <span className="word">{t('export')}</span>
        </Button>
      }
      items={EXPORT_FORMATS.map((format) => ({ label: t(`exports.${format}`), run: () => onExport(format) }))}
    />
  );
};
