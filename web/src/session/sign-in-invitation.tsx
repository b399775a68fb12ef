import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { EmptyNote } from '../ui/empty-note';
import { signInPath } from './return-path';

/** For pages that belong to a person, when nobody is signed in. */
export function SignInInvitation({ text }: { text: string }) {
  const { t } = useTranslation();
  const location = useLocation();
  return (
    <EmptyNote title={t('session.needed')} text={text}>
      <Button component={Link} to={signInPath(location)}>
        {t('session.signIn')}
      </Button>
    </EmptyNote>
  );
}
