import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { ProblemNote } from '../ui/problem-note';
import { usePageTitle } from '../ui/page-title';
import { forgetWhatWasRead } from './account';
import { PasswordField } from './account-fields';
import { AuthCard } from './auth-card';
import { leastPasswordLength, resetPassword } from './auth-requests';
import { useSubmit } from './use-submit';

/** Where the link in the mail leads. Whoever was signed in with the old password is so no longer. */
export function ResetPasswordPage() {
  const { t } = useTranslation();
  usePageTitle(t('session.resetTitle'));
  const token = new URLSearchParams(useLocation().search).get('token') ?? '';
  const form = useNewPasswordForm();
  const { submit, isSending, isDone, problem } = useSubmit(async (values: { password: string }) => {
    await resetPassword(token, values.password);
    await forgetWhatWasRead();
  });
  if (isDone) {
    return (
      <AuthCard isForAll title={t('session.resetDone')} text={t('session.resetDoneText')}>
        <Button component={Link} to="/sign-in" fullWidth>
          {t('session.signIn')}
        </Button>
      </AuthCard>
    );
  }
  return (
    <AuthCard isForAll title={t('session.resetTitle')} text={t('session.resetText')}>
      <form onSubmit={form.onSubmit(submit)} noValidate>
        <PasswordField
          form={form}
          autoComplete="new-password"
          hint={t('session.passwordHint', { least: leastPasswordLength })}
        />
        {problem !== null && <ProblemNote problem={problem} />}
        <Button type="submit" fullWidth loading={isSending}>
          {t('session.resetSave')}
        </Button>
      </form>
      <p>
        <Link to="/forgot-password">{t('session.newLink')}</Link>
      </p>
    </AuthCard>
  );
}

function useNewPasswordForm() {
  const { t } = useTranslation();
  return useForm({
    mode: 'uncontrolled',
    initialValues: { password: '' },
    validate: {
      password: (value) =>
        value.length < leastPasswordLength
          ? t('auth.passwordTooShort', { least: leastPasswordLength })
          : null,
    },
  });
}
