import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { usePageTitle } from '../ui/page-title';
import { EmailField, PasswordField } from './account-fields';
import { AuthCard } from './auth-card';
import { AuthForm } from './auth-form';
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
  const submission = useAuthSubmit(signIn);
  return (
    <AuthCard title={t('session.signInTitle')} text={t('session.signInText')}>
      <AuthForm form={form} submission={submission} action={t('session.signIn')}>
        <EmailField form={form} />
        <PasswordField form={form} autoComplete="current-password" />
      </AuthForm>
      <p>
        <Link to={`/forgot-password${search}`}>{t('session.forgot')}</Link>
      </p>
      <p>
        {t('session.noAccount')} <Link to={`/sign-up${search}`}>{t('session.signUp')}</Link>
      </p>
    </AuthCard>
  );
}
