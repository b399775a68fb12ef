import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { usePageTitle } from '../ui/page-title';
import { EmailField } from './account-fields';
import { AuthCard } from './auth-card';
import { AuthForm } from './auth-form';
import { requestPasswordReset } from './auth-requests';
import { useSubmit } from './use-submit';
import { isEmail } from './validation';

/** Asks for a mail with a link. The answer is the same whether there is such an account or not. */
export function ForgotPasswordPage() {
  const { t } = useTranslation();
  const { search } = useLocation();
  usePageTitle(t('session.forgotTitle'));
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '' },
    validate: { email: (value) => (isEmail(value) ? null : t('auth.invalidEmail')) },
  });
  const submission = useSubmit(requestPasswordReset);
  const said = submission.isDone ? 'mailOnItsWay' : 'forgot';
  return (
    <AuthCard isForAll title={t(`session.${said}Title`)} text={t(`session.${said}Text`)}>
      {!submission.isDone && (
        <AuthForm form={form} submission={submission} action={t('session.sendLink')}>
          <EmailField form={form} />
        </AuthForm>
      )}
      <p>
        <Link to={`/sign-in${search}`}>{t('session.signIn')}</Link>
      </p>
    </AuthCard>
  );
}
