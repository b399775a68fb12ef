import { PasswordInput, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { Credentials } from './auth-requests';

/** A form that has an address and a password among its fields. */
type CredentialsForm<Values extends Credentials> = Pick<
  UseFormReturnType<Values>,
  'key' | 'getInputProps'
>;

export function EmailField<Values extends Credentials>({
  form,
}: {
  form: CredentialsForm<Values>;
}) {
  const { t } = useTranslation();
  return (
    <TextInput
      label={t('session.email')}
      type="email"
      autoComplete="email"
      required
      withAsterisk={false}
      key={form.key('email')}
      {...form.getInputProps('email')}
    />
  );
}

interface PasswordFieldProps<Values extends Credentials> {
  form: CredentialsForm<Values>;
  autoComplete: 'current-password' | 'new-password';
  hint?: string;
}

export function PasswordField<Values extends Credentials>({
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
