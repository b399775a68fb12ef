import {
  Button,
  MultiSelect,
  NumberInput,
  Select,
  TagsInput,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import type { UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCodes } from '../api/codes';
import type { ApplicantProfile } from '../api/models';
import { fieldErrors, problemOf } from '../api/problem';
import type { Problem } from '../api/problem';
import { ProblemNote } from '../ui/problem-note';
import { showFirstFault } from '../ui/show-first-fault';
import classes from './applicant-profile.module.css';
import { dropChanges, inputOf, keepChanges, valuesOf } from './applicant-profile-values';
import type { ProfileValues } from './applicant-profile-values';
import { educationLevels, useOwnEducation } from './education';
import { isPhone } from './phone';
import { saveProfile } from './use-applicant-profile';

interface ApplicantProfileFormProps {
  profile: ApplicantProfile | null;
  action: string;
  onSaved: () => void;
  /** Given where there is something to go back to. */
  onCancel?: () => void;
}

/** The server names the field of its own input, and the place in a list. */
function formErrors(problem: Problem): Record<string, string> {
  const errors = Object.entries(fieldErrors(problem)).map(([field, message]) => {
    const [name = field] = field.split('.');
    return [name === 'expectedPayMin' ? 'expectedPay' : name, message];
  });
  return Object.fromEntries(errors) as Record<string, string>;
}

/** As people separate words in both languages. */
const skillSeparators = [',', '，', '、', ';', '；'];

const pillsClasses = { input: classes.pills, inputField: classes.pillsField };
const choicesClasses = {
  ...pillsClasses,
  inputField: `${classes.pillsField} ${classes.keepsPlace}`,
};

type Form = UseFormReturnType<ProfileValues>;

export function ApplicantProfileForm(props: ApplicantProfileFormProps) {
  const { profile, action, onSaved, onCancel } = props;
  const { t } = useTranslation();
  const [problem, setProblem] = useState<Problem | null>(null);
  const form = useProfileForm(profile);

  async function submit(values: ProfileValues): Promise<void> {
    setProblem(null);
    try {
      await saveProfile(inputOf(values, profile));
      dropChanges();
      onSaved();
    } catch (thrown) {
      const refused = problemOf(thrown);
      form.setErrors(formErrors(refused));
      setProblem(refused);
      showFirstFault();
    }
  }

  return (
    <form className={classes.form} onSubmit={form.onSubmit(submit, showFirstFault)} noValidate>
      <ContactFields form={form} />
      <WishFields form={form} />
      <BackgroundFields form={form} />
      <SkillFields form={form} />
      {problem !== null && <ProblemNote problem={problem} />}
      <div className={classes.foot}>
        {onCancel && (
          <Button variant="default" onClick={onCancel} disabled={form.submitting}>
            {t('action.cancel')}
          </Button>
        )}
        <Button type="submit" loading={form.submitting} className={classes.grow}>
          {action}
        </Button>
      </div>
    </form>
  );
}

function useProfileForm(profile: ApplicantProfile | null): Form {
  const { t } = useTranslation();
  return useForm<ProfileValues>({
    initialValues: valuesOf(profile),
    onValuesChange: (values) => keepChanges(values, profile),
    validate: {
      phone: (value) => (isPhone(value) ? null : t('profile.phoneWrong')),
      education: (value) => (value === null ? t('profile.educationMissing') : null),
      regionCode: (value) => (value === null ? t('profile.regionMissing') : null),
      occupationCodes: (value) => (value.length === 0 ? t('profile.occupationMissing') : null),
    },
  });
}

function ContactFields({ form }: { form: Form }) {
  const { t } = useTranslation();
  const regions = useCodes('regions');
  return (
    <>
      <TextInput
        label={t('profile.phone')}
        type="tel"
        autoComplete="tel"
        required
        {...form.getInputProps('phone')}
      />
      <Select
        label={t('profile.region')}
        data={regions.options}
        searchable
        required
        nothingFoundMessage={t('state.nothingFound')}
        {...form.getInputProps('regionCode')}
      />
    </>
  );
}

function WishFields({ form }: { form: Form }) {
  const { t } = useTranslation();
  const occupations = useCodes('occupations');
  const [isListOpen, setListOpen] = useState(false);
  return (
    <>
      <MultiSelect
        label={t('profile.occupations')}
        data={occupations.options}
        classNames={choicesClasses}
        size="md"
        searchable
        required
        maxValues={10}
        nothingFoundMessage={t('state.nothingFound')}
        // An open list would lie over the next field, and a tap on that would choose a job.
        dropdownOpened={isListOpen}
        onDropdownOpen={() => setListOpen(true)}
        onDropdownClose={() => setListOpen(false)}
        onOptionSubmit={() => setListOpen(false)}
        {...form.getInputProps('occupationCodes')}
      />
      <NumberInput
        label={t('profile.pay')}
        description={t('profile.payHint')}
        min={1}
        max={10_000_000}
        step={500}
        allowDecimal={false}
        thousandSeparator=","
        {...form.getInputProps('expectedPay')}
      />
    </>
  );
}

function BackgroundFields({ form }: { form: Form }) {
  const { t } = useTranslation();
  const educationName = useOwnEducation();
  const levels = educationLevels.map((level) => ({
    value: String(level),
    label: educationName(level),
  }));
  return (
    <div className={classes.pair}>
      <Select
        label={t('profile.education')}
        allowDeselect={false}
        data={levels}
        placeholder={t('profile.choose')}
        required
        {...form.getInputProps('education')}
      />
      <NumberInput
        label={t('profile.experience')}
        min={0}
        max={60}
        allowDecimal={false}
        {...form.getInputProps('experienceYears')}
      />
    </div>
  );
}

function SkillFields({ form }: { form: Form }) {
  const { t } = useTranslation();
  return (
    <>
      <TagsInput
        label={t('profile.skills')}
        description={t('profile.skillsHint')}
        classNames={pillsClasses}
        size="md"
        maxTags={20}
        splitChars={skillSeparators}
        {...form.getInputProps('skills')}
      />
      <Textarea
        label={t('profile.resume')}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={5000}
        {...form.getInputProps('resumeText')}
      />
    </>
  );
}
