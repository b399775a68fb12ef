import { Menu, UnstyledButton } from '@mantine/core';
import { IconBriefcase, IconLogout, IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Account } from '../api/models';
import classes from './account-menu.module.css';
import { useSignOut } from './use-sign-out';

/** The person at the top right; on a phone the thumb bar leads to the same places. */
export function AccountMenu({ account }: { account: Account }) {
  const { t } = useTranslation();
  const signOut = useSignOut();
  return (
    <Menu position="bottom-end" width={220} withinPortal>
      <Menu.Target>
        <UnstyledButton className={classes.target} aria-label={t('session.menu', account)}>
          <span aria-hidden>{account.name.trim().charAt(0).toUpperCase()}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{account.name}</Menu.Label>
        <Menu.Item leftSection={<IconUser size={18} />} component={Link} to="/account">
          {t('nav.account')}
        </Menu.Item>
        <Menu.Item leftSection={<IconBriefcase size={18} />} component={Link} to="/applications">
          {t('nav.applications')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={18} />} onClick={() => void signOut()}>
          {t('session.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
