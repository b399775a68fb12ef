import { useTimeout } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

const patience = 5000;

/** After a while says that it still loads, so that nobody thinks it hangs. */
export function SlowNote() {
  const { t } = useTranslation();
  const [isSlow, setSlow] = useState(false);
  useTimeout(() => setSlow(true), patience, { autoInvoke: true });
  return <p role="status">{isSlow ? t('state.slow') : ''}</p>;
}
