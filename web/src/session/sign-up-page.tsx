import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { ProblemNote } from '../ui/problem-note';
import { usePageTitle } from '../ui/page-title';
import { AuthCard } from './auth-card';
import { leastPasswordLength, signUp } from './auth-requests';
import { useAuthSubmit } from './use-auth-submit';
import { isEmail } from './validation';

export default function SignUpPage() {
  const { t } = useTranslation();
  const { search } = useLocation();
  usePageTitle(t('session.signUp'));
  const form = useForm({
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
        <TextInput
          label={t('session.email')}
          type="email"
          autoComplete="email"
          required
          withAsterisk={false}
          key={form.key('email')}
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label={t('session.password')}
          description={t('session.passwordHint', { least: leastPasswordLength })}
          autoComplete="new-password"
          required
          withAsterisk={false}
          key={form.key('password')}
          {...form.getInputProps('password')}
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
