import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { usePageTitle } from '../ui/page-title';
import { EmailField, NewPasswordField } from './account-fields';
import { AuthCard } from './auth-card';
import { AuthForm } from './auth-form';
import { signUp } from './auth-requests';
import { useAuthSubmit } from './use-auth-submit';
import { isEmail, newPasswordFault } from './validation';

export function SignUpPage() {
  const { t } = useTranslation();
  const { search } = useLocation();
  usePageTitle(t('session.signUp'));
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { name: '', email: '', password: '' },
    validate: {
      name: (value) => (value.trim() === '' ? t('auth.nameMissing') : null),
      email: (value) => (isEmail(value) ? null : t('auth.invalidEmail')),
      password: newPasswordFault,
    },
  });
  const submission = useAuthSubmit(signUp);
  return (
    <AuthCard title={t('session.signUpTitle')} text={t('session.signUpText')}>
      <AuthForm form={form} submission={submission} action={t('session.signUp')}>
        <TextInput
          label={t('session.name')}
          autoComplete="name"
          maxLength={80}
          required
          withAsterisk={false}
          key={form.key('name')}
          {...form.getInputProps('name')}
        />
        <EmailField form={form} />
        <NewPasswordField form={form} />
      </AuthForm>
      <p>
        {t('session.haveAccount')} <Link to={`/sign-in${search}`}>{t('session.signIn')}</Link>
      </p>
    </AuthCard>
  );
}
