import { IconBriefcase, IconBuildingStore, IconUser } from '@tabler/icons-react';
import { Suspense, useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, Outlet, useLocation, useNavigationType } from 'react-router';
import classes from './app-frame.module.css';
import { ConnectionBanner } from './connection-banner';
import { ErrorBoundary } from './error-boundary';
import { Header } from './header';
import { PageSkeleton } from './page-skeleton';
import { SkipLink } from './skip-link';

/** Header, page and, on a phone, the bar at the thumb. */
export function AppFrame() {
  const { pathname } = useLocation();
  useStartAtTop(pathname);
  return (
    <div className={classes.frame}>
      <SkipLink />
      <Header />
      <ConnectionBanner />
      <main id="main" className={classes.main} tabIndex={-1}>
        <ErrorBoundary place={pathname}>
          <Suspense fallback={<PageSkeleton />}>
            <Outlet />
          </Suspense>
        </ErrorBoundary>
      </main>
      <ThumbBar />
    </div>
  );
}

/** A new page starts at its top; the browser itself finds the place of one that is gone back to. */
function useStartAtTop(pathname: string): void {
  const isBack = useNavigationType() === 'POP';
  // An opening lies over its page, which stays where it is.
  const page = pathname.replace(/\/openings\/.*$/, '');
  const start = useEffectEvent(() => {
    if (!isBack) window.scrollTo(0, 0);
  });
  useEffect(() => start(), [page]);
}

function ThumbBar() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const isAtFairs = pathname === '/' || pathname.startsWith('/fairs/');
  return (
    <nav className={classes.thumbBar} aria-label={t('nav.main')}>
      <Link to="/" className={classes.thumbLink} aria-current={isAtFairs ? 'page' : undefined}>
        <IconBuildingStore size={22} aria-hidden />
        {t('nav.fairs')}
      </Link>
      <NavLink to="/applications" className={classes.thumbLink}>
        <IconBriefcase size={22} aria-hidden />
        {t('nav.applications')}
      </NavLink>
      <NavLink to="/account" className={classes.thumbLink}>
        <IconUser size={22} aria-hidden />
        {t('nav.account')}
      </NavLink>
    </nav>
  );
}
