import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { ProblemNote } from '../ui/problem-note';
import { usePageTitle } from '../ui/page-title';
import { EmailField, PasswordField } from './account-fields';
import { AuthCard } from './auth-card';
import { signIn } from './auth-requests';
import { useAuthSubmit } from './use-auth-submit';
import { isEmail } from './validation';

export function SignInPage() {
  const { t } = useTranslation();
  const { search } = useLocation();
  usePageTitle(t('session.signIn'));
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '', password: '' },
    validate: {
      email: (value) => (isEmail(value) ? null : t('auth.invalidEmail')),
      password: (value) => (value === '' ? t('auth.passwordMissing') : null),
    },
  });
  const { submit, isSending, problem } = useAuthSubmit(signIn);
  return (
    <AuthCard title={t('session.signInTitle')} text={t('session.signInText')}>
      <form onSubmit={form.onSubmit(submit)} noValidate>
        <EmailField form={form} />
        <PasswordField form={form} autoComplete="current-password" />
        {problem !== null && <ProblemNote problem={problem} />}
        <Button type="submit" fullWidth loading={isSending}>
          {t('session.signIn')}
        </Button>
      </form>
      <p>
        <Link to="/forgot-password">{t('session.forgot')}</Link>
      </p>
      <p>
        {t('session.noAccount')} <Link to={`/sign-up${search}`}>{t('session.signUp')}</Link>
      </p>
    </AuthCard>
  );
}
