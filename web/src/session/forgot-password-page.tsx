import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ProblemNote } from '../ui/problem-note';
import { usePageTitle } from '../ui/page-title';
import { EmailField } from './account-fields';
import { AuthCard } from './auth-card';
import { requestPasswordReset } from './auth-requests';
import { useSubmit } from './use-submit';
import { isEmail } from './validation';

/** Asks for a mail with a link. The answer is the same whether there is such an account or not. */
export function ForgotPasswordPage() {
  const { t } = useTranslation();
  usePageTitle(t('session.forgotTitle'));
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '' },
    validate: { email: (value) => (isEmail(value) ? null : t('auth.invalidEmail')) },
  });
  const { submit, isSending, isDone, problem } = useSubmit(requestPasswordReset);
  if (isDone) {
    return (
      <AuthCard isForAll title={t('session.mailOnItsWay')} text={t('session.mailOnItsWayText')}>
        <p>
          <Link to="/sign-in">{t('session.signIn')}</Link>
        </p>
      </AuthCard>
    );
  }
  return (
    <AuthCard isForAll title={t('session.forgotTitle')} text={t('session.forgotText')}>
      <form onSubmit={form.onSubmit(submit)} noValidate>
        <EmailField form={form} />
        {problem !== null && <ProblemNote problem={problem} />}
        <Button type="submit" fullWidth loading={isSending}>
          {t('session.sendLink')}
        </Button>
      </form>
      <p>
        <Link to="/sign-in">{t('session.signIn')}</Link>
      </p>
    </AuthCard>
  );
}
