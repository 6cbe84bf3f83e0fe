import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** The name of the page in the browser's tab and history. */
export const usePageTitle = (name: string | undefined): void => {
  const { t } = useTranslation();
  const product = t('product');
  useEffect(() => {
    document.title = name === undefined ? product : `${name} · ${product}`;
  }, [name, product]);
};
