import { Drawer } from '@mantine/core';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './panel.module.css';

interface PanelProps {
  title: ReactNode;
  onClose: () => void;
  children: ReactNode;
}

/** Something beside the page: the whole screen on a phone, a column at the right elsewhere. */
export function Panel({ title, onClose, children }: PanelProps) {
  const { t } = useTranslation();
  useFocusReturn();
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      title={title}
      classNames={classes}
      closeButtonProps={{ 'aria-label': t('action.close'), size: 'lg' }}
    >
      {children}
    </Drawer>
  );
}

/** Mantine gives the focus back only to a drawer that closes, not to one that is taken away. */
function useFocusReturn(): void {
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
}
