import type { Account } from '../api/models';
import { NoticeBell } from '../notification/notice-bell';
import { AccountMenu } from './account-menu';

export function AccountTools({ account }: { account: Account }) {
  return (
    <>
      <NoticeBell />
      <AccountMenu account={account} />
    </>
  );
}
