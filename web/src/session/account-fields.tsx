import { PasswordInput, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { leastPasswordLength } from './auth-requests';
import type { Credentials } from './auth-requests';

/** A form that has such a field among its fields. */
type FormWith<Values> = Pick<UseFormReturnType<Values>, 'key' | 'getInputProps'>;

export function EmailField<Values extends Pick<Credentials, 'email'>>({
  form,
}: {
  form: FormWith<Values>;
}) {
  const { t } = useTranslation();
  return (
    <TextInput
      label={t('session.email')}
      type="email"
      autoComplete="email"
      maxLength={254}
      required
      withAsterisk={false}
      key={form.key('email')}
      {...form.getInputProps('email')}
    />
  );
}

interface PasswordFieldProps<Values extends Pick<Credentials, 'password'>> {
  form: FormWith<Values>;
  autoComplete: 'current-password' | 'new-password';
  hint?: string;
}

export function PasswordField<Values extends Pick<Credentials, 'password'>>({
  form,
  autoComplete,
  hint,
}: PasswordFieldProps<Values>) {
  const { t } = useTranslation();
  return (
    <PasswordInput
      label={t('session.password')}
      description={hint}
      autoComplete={autoComplete}
      required
      withAsterisk={false}
      key={form.key('password')}
      {...form.getInputProps('password')}
    />
  );
}

export function NewPasswordField<Values extends Pick<Credentials, 'password'>>({
  form,
}: {
  form: FormWith<Values>;
}) {
  const { t } = useTranslation();
  const hint = t('session.passwordHint', { least: leastPasswordLength });
  return <PasswordField form={form} autoComplete="new-password" hint={hint} />;
}
