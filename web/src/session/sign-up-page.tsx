import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { ProblemNote } from '../ui/problem-note';
import { usePageTitle } from '../ui/page-title';
import { EmailField, PasswordField } from './account-fields';
import { AuthCard } from './auth-card';
import { leastPasswordLength, signUp } from './auth-requests';
import { useAuthSubmit } from './use-auth-submit';
import { isEmail } from './validation';

export function SignUpPage() {
  const { t } = useTranslation();
  const { search } = useLocation();
  usePageTitle(t('session.signUp'));
  const form = useNewAccountForm();
  const { submit, isSending, problem } = useAuthSubmit(signUp);
  return (
    <AuthCard title={t('session.signUpTitle')} text={t('session.signUpText')}>
      <form onSubmit={form.onSubmit(submit)} noValidate>
        <TextInput
          label={t('session.name')}
          autoComplete="name"
          required
          withAsterisk={false}
          key={form.key('name')}
          {...form.getInputProps('name')}
        />
        <EmailField form={form} />
        <PasswordField
          form={form}
          autoComplete="new-password"
          hint={t('session.passwordHint', { least: leastPasswordLength })}
        />
        {problem !== null && <ProblemNote problem={problem} />}
        <Button type="submit" fullWidth loading={isSending}>
          {t('session.signUp')}
        </Button>
      </form>
      <p>
        {t('session.haveAccount')} <Link to={`/sign-in${search}`}>{t('session.signIn')}</Link>
      </p>
    </AuthCard>
  );
}

function useNewAccountForm() {
  const { t } = useTranslation();
  return useForm({
    mode: 'uncontrolled',
    initialValues: { name: '', email: '', password: '' },
    validate: {
      name: (value) => (value.trim() === '' ? t('auth.nameMissing') : null),
      email: (value) => (isEmail(value) ? null : t('auth.invalidEmail')),
      password: (value) =>
        value.length < leastPasswordLength
          ? t('auth.passwordTooShort', { least: leastPasswordLength })
          : null,
    },
  });
}
