import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import type { JobPosting } from '../api/models';
import { useAccount } from '../session/account';
import { signInPath } from '../session/return-path';
import classes from './apply.module.css';
import { ApplyForm } from './apply-form';
import { ApplicationState } from './application-state';
import type { Occasion } from './occasion';
import { useMyApplication } from './use-my-application';

interface ApplySectionProps {
  opening: JobPosting;
  occasion: Occasion;
  isApplying: boolean;
  onStart: () => void;
  onBack: () => void;
}

/** The foot of an opening: sign in, apply, or how the application stands. */
export function ApplySection({ opening, isApplying, onStart, ...rest }: ApplySectionProps) {
  const { t } = useTranslation();
  const location = useLocation();
  const { account, isKnown } = useAccount();
  const mine = useMyApplication(opening.id, account !== null);
  if (account === null) {
    return (
      <Foot>
        <Button component={Link} to={signInPath(location)} fullWidth disabled={!isKnown}>
          {t('apply.signIn')}
        </Button>
      </Foot>
    );
  }
  if (mine.data) return <ApplicationState application={mine.data} />;
  if (opening.status !== 'published') {
    return <Foot>{<p className={classes.closed}>{t('apply.closed')}</p>}</Foot>;
  }
  if (isApplying) return <ApplyForm opening={opening} {...rest} />;
  return (
    <Foot>
      <Button fullWidth size="lg" onClick={onStart} loading={mine.isPending}>
        {t('apply.start')}
      </Button>
    </Foot>
  );
}

function Foot({ children }: { children: React.ReactNode }) {
  return <div className={classes.foot}>{children}</div>;
}
