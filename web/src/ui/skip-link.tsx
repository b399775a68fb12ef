import { useTranslation } from 'react-i18next';
import classes from './skip-link.module.css';

/** The first stop of a keyboard: past the header, straight to the page. */
export function SkipLink() {
  const { t } = useTranslation();
  return (
    <a className={classes.link} href="#main">
      {t('nav.skip')}
    </a>
  );
}
