import { Button } from '@mantine/core';
import { Suspense } from 'react';
import { lazyPage } from './lazy-page';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, useLocation } from 'react-router';
import { useAccount } from '../session/account';
import { signInPath } from '../session/return-path';
import { ColorSchemeButton } from './color-scheme-button';
import classes from './header.module.css';
import { LanguageButton } from './language-button';
import { Logo } from './logo';

// Visitors who only look never load what belongs to an account.
const AccountTools = lazyPage(() => import('../session/account-tools'), 'AccountTools');

export function Header() {
  const { t } = useTranslation();
  const { account, isKnown } = useAccount();
  const location = useLocation();
  return (
    <header className={classes.header}>
      <div className={classes.inner}>
        <Link to="/" className={classes.brand}>
          <Logo />
          <span>{t('app.name')}</span>
        </Link>
        <nav className={classes.nav} aria-label={t('nav.sections')}>
          <NavLink to="/" end>
            {t('nav.fairs')}
          </NavLink>
          <NavLink to="/applications">{t('nav.applications')}</NavLink>
          <NavLink to="/wall">{t('nav.wall')}</NavLink>
        </nav>
        <div className={classes.tools}>
          <LanguageButton />
          <ColorSchemeButton />
          {account !== null && (
            <Suspense>
              <AccountTools account={account} />
            </Suspense>
          )}
          {account === null && isKnown && (
            <Button component={Link} to={signInPath(location)} size="sm" className={classes.signIn}>
              {t('session.signIn')}
            </Button>
          )}
        </div>
      </div>
    </header>
  );
}
