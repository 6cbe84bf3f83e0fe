import { Check, Copy } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';

/** Puts text on the clipboard; over plain HTTP from another machine, or where the browser refuses, the older way has to do. */
export const copyText = async (text: string): Promise<void> => {
  const written = await navigator.clipboard?.writeText(text).then(
    () => true,
    () => false,
  );
  if (written === true) return;
  const area = document.createElement('textarea');
  area.value = text;
  document.body.append(area);
  area.select();
  document.execCommand('copy');
  area.remove();
};

/** Copies what `text` gives at the press, says so for two seconds and to a screen reader. */
export const CopyButton = ({
  label,
  text,
  icon,
  variant = 'plain',
}: {
  label: string;
  text: () => string;
  icon?: ReactNode;
  variant?: 'plain' | 'quiet';
}) => {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () => {
    void copyText(text()).then(() => setCopied(true));
  };
  return (
    <>
      <Button
        variant={variant}
        icon={copied ? <Check aria-hidden="true" /> : (icon ?? <Copy aria-hidden="true" />)}
        onClick={copy}
      >
        {label}
      </Button>
      <span className="visually-hidden" role="status">
        {copied ? t('action.copied') : ''}
      </span>
    </>
  );
};
