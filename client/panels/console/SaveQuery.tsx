/** 收藏: keeps the query in this browser under a name. */
import { Star } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';

export const SaveQuery = ({ disabled, onSave }: { disabled: boolean; onSave: (title: string) => void }) => {
  const { t } = useTranslation('console');
  const [open, setOpen] = useState(false);
  const [title, setTitle] = useState('');
  const save = () => {
    onSave(title.trim());
    setOpen(false);
    setTitle('');
  };
  return (
    <>
      <Button variant="quiet" icon={<Star aria-hidden="true" />} disabled={disabled} onClick={() => setOpen(true)}>
        {t('save')}
      </Button>
      <Dialog title={t('save')} open={open} onClose={() => setOpen(false)}>
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <label className="labelled">
            {t('saveName')}
            <input className="field" value={title} onChange={(event) => setTitle(event.currentTarget.value)} />
          </label>
          <p className="muted small">{t('saveHint')}</p>
          <Button variant="primary" type="submit" disabled={title.trim() === ''}>
            {t('save')}
          </Button>
        </form>
      </Dialog>
    </>
  );
};
