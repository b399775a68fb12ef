import { Alert, Button, Group, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { ApplicantProfileSection } from '../application/applicant-profile-section';
import type { Language } from '../i18n/i18n';
import { usePageTitle } from '../ui/page-title';
import { useColorScheme } from '../ui/use-color-scheme';
import { useAccount } from './account';
import classes from './account-page.module.css';
import { signInPath } from './return-path';
import { useChangeLanguage } from './use-change-language';
import { useSignOut } from './use-sign-out';
import type { SignOutFailed } from './use-sign-out';

export function AccountPage() {
  const { t } = useTranslation();
  const { account, isKnown } = useAccount();
  const signOut = useSignOut();
  const { state } = useLocation() as { state: Partial<SignOutFailed> | null };
  usePageTitle(t('nav.account'));
  return (
    <div className={classes.page}>
      <h1>{account?.name ?? t('nav.account')}</h1>
      {account !== null && state?.signOutFailed && (
        <Alert color="red" role="alert">
          {t('account.stillSignedIn')}
        </Alert>
      )}
      {account !== null && (
        <Group justify="space-between">
          <span>{account.email}</span>
          <Button variant="default" size="sm" onClick={() => void signOut()}>
            {t('session.signOut')}
          </Button>
        </Group>
      )}
      {account === null && isKnown && (
        <div className={classes.invitation}>
          <p>{t('account.invitation')}</p>
          <Group>
            <Button component={Link} to={signInPath({ pathname: '/account' })}>
              {t('session.signIn')}
            </Button>
            <Button variant="default" component={Link} to="/sign-up?next=%2Faccount">
              {t('session.signUp')}
            </Button>
          </Group>
        </div>
      )}
      {account !== null && <ApplicantProfileSection />}
      <Preferences />
    </div>
  );
}

function Preferences() {
  const { t, i18n } = useTranslation();
  const changeLanguage = useChangeLanguage();
  const { colorScheme, setColorScheme } = useColorScheme();
  return (
    <section className={classes.section} aria-labelledby="preferences">
      <h2 id="preferences">{t('account.preferences')}</h2>
      <div className={classes.preference}>
        <span id="language">{t('account.language')}</span>
        <SegmentedControl
          aria-labelledby="language"
          value={i18n.language}
          onChange={(language) => void changeLanguage(language as Language)}
          data={[
            { value: 'zh-CN', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
        />
      </div>
      <div className={classes.preference}>
        <span id="colours">{t('account.colours')}</span>
        <SegmentedControl
          aria-labelledby="colours"
          value={colorScheme}
          onChange={(scheme) => setColorScheme(scheme)}
          data={[
            { value: 'auto' as const, label: t('account.auto') },
            { value: 'light' as const, label: t('account.light') },
            { value: 'dark' as const, label: t('account.dark') },
          ]}
        />
      </div>
    </section>
  );
}
