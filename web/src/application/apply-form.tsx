import { Button, Checkbox } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { JobPosting } from '../api/models';
import { useNamed } from '../i18n/named';
import { Loaded } from '../ui/loaded';
import { ProblemNote } from '../ui/problem-note';
import { showFirstFault } from '../ui/show-first-fault';
import { ApplicantProfileForm } from './applicant-profile-form';
import classes from './apply.module.css';
import type { Occasion } from './occasion';
import { ProfileFacts } from './profile-facts';
import { ScreeningQuestions } from './screening-questions';
import { answersDraft, unanswered } from './answers';
import type { Answers } from './answers';
import { useApplicantProfile } from './use-applicant-profile';
import { useSubmitApplication } from './use-submit-application';

interface ApplyFormProps {
  opening: JobPosting;
  occasion: Occasion;
  onBack: () => void;
}

/** Own details first (once), then the employer's questions, the consent and the button. */
export function ApplyForm({ opening, occasion, onBack }: ApplyFormProps) {
  const { t } = useTranslation();
  const profile = useApplicantProfile();
  return (
    <Loaded query={profile}>
      {(known) =>
        known === null ? (
          <section className={classes.part}>
            <h3>{t('apply.detailsFirst')}</h3>
            <ApplicantProfileForm
              profile={null}
              action={t('action.continue')}
              onSaved={() => undefined}
            />
          </section>
        ) : (
          <>
            <section className={classes.part}>
              <h3>{t('apply.yourDetails')}</h3>
              <ProfileFacts profile={known} />
            </section>
            <AnswerForm opening={opening} occasion={occasion} onBack={onBack} />
          </>
        )
      }
    </Loaded>
  );
}

interface Values {
  answers: Answers;
  consent: boolean;
}

function AnswerForm({ opening, occasion, onBack }: ApplyFormProps) {
  const { t } = useTranslation();
  const named = useNamed();
  const { submit, isSending, isWaiting, isRetrying, problem } = useSubmitApplication(
    opening,
    occasion,
  );
  const form = useAnswerForm(opening);
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={form.onSubmit(({ answers }) => submit(answers, form.setErrors), showFirstFault)}
    >
      <ScreeningQuestions
        questions={opening.questions}
        inputProps={(id) => form.getInputProps(`answers.${id}`)}
      />
      <Checkbox
        className={classes.consent}
        size="md"
        label={t('apply.consent', { company: named(opening.companyName, opening.companyNameEn) })}
        {...form.getInputProps('consent', { type: 'checkbox' })}
      />
      <div className={classes.foot}>
        {isWaiting && <p role="status">{t('state.offline')}</p>}
        {isRetrying && <p role="status">{t('apply.retrying')}</p>}
        {problem !== null && <ProblemNote problem={problem} />}
        <Button variant="default" onClick={onBack} disabled={isSending}>
          {t('action.back')}
        </Button>
        <Button type="submit" loading={isSending} className={classes.grow}>
          {t('apply.submit')}
        </Button>
      </div>
    </form>
  );
}

function useAnswerForm(opening: JobPosting) {
  const { t } = useTranslation();
  const draft = answersDraft(opening.id);
  return useForm<Values>({
    initialValues: { answers: {}, ...draft.read(), consent: false },
    onValuesChange: ({ answers }) => draft.keep({ answers }),
    validate: (values) => ({
      ...unanswered(opening.questions, values.answers, t('apply.answerMissing')),
      ...(values.consent ? {} : { consent: t('apply.consentMissing') }),
    }),
  });
}
