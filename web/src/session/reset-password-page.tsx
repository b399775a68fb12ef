import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { usePageTitle } from '../ui/page-title';
import { forgetWhatWasRead } from './account';
import { NewPasswordField } from './account-fields';
import { AuthCard } from './auth-card';
import { AuthForm } from './auth-form';
import { resetPassword } from './auth-requests';
import { useSubmit } from './use-submit';
import { newPasswordFault } from './validation';

/** Where the link in the mail leads. Whoever was signed in with the old password is so no longer. */
export function ResetPasswordPage() {
  const { t } = useTranslation();
  usePageTitle(t('session.resetTitle'));
  const token = new URLSearchParams(useLocation().search).get('token') ?? '';
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { password: '' },
    validate: { password: newPasswordFault },
  });
  const submission = useSubmit(async (values: { password: string }) => {
    await resetPassword(token, values.password);
    await forgetWhatWasRead();
  });
  if (submission.isDone) {
    return (
      <AuthCard isForAll title={t('session.resetDoneTitle')} text={t('session.resetDoneText')}>
        <Button component={Link} to="/sign-in" fullWidth>
          {t('session.signIn')}
        </Button>
      </AuthCard>
    );
  }
  return (
    <AuthCard isForAll title={t('session.resetTitle')} text={t('session.resetText')}>
      <AuthForm form={form} submission={submission} action={t('session.resetSave')}>
        <NewPasswordField form={form} />
      </AuthForm>
      <p>
        <Link to="/forgot-password">{t('session.newLink')}</Link>
      </p>
    </AuthCard>
  );
}
