import { useTranslation } from 'react-i18next';
import { Link, NavLink, useLocation } from 'react-router';
import classes from './fair-tabs.module.css';

/** Three places of one fair, each with its own address. */
export function FairTabs({ fairId }: { fairId: string }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const home = `/fairs/${fairId}`;
  const isOpenings = pathname === home || pathname.startsWith(`${home}/openings`);
  return (
    <nav className={classes.tabs} aria-label={t('fair.sections')}>
      <Link to={home} aria-current={isOpenings ? 'page' : undefined}>
        {t('fair.openings')}
      </Link>
      <NavLink to={`${home}/companies`}>{t('fair.companies')}</NavLink>
      <NavLink to={`${home}/agenda`}>{t('fair.agenda')}</NavLink>
    </nav>
  );
}
