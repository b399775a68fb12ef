import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import type { JobPosting } from '../api/models';
import { useAccount } from '../session/account';
import { signInPath } from '../session/return-path';
import classes from './apply.module.css';

interface ApplyFootProps {
  opening: JobPosting;
  onStart: () => void;
}

/** The button under an opening that leads to the application, by way of the sign-in if need be. */
export function ApplyFoot({ opening, onStart }: ApplyFootProps) {
  const { t } = useTranslation();
  const location = useLocation();
  const { account, isKnown } = useAccount();
  if (opening.status !== 'published') {
    return <p className={`${classes.foot} ${classes.closed}`}>{t('apply.closed')}</p>;
  }
  return (
    <div className={classes.foot}>
      {account === null ? (
        <Button component={Link} to={signInPath(location)} fullWidth size="lg" disabled={!isKnown}>
          {t('apply.signIn')}
        </Button>
      ) : (
        <Button fullWidth size="lg" onClick={onStart}>
          {t('apply.start')}
        </Button>
      )}
    </div>
  );
}
