import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../ui/loaded';
import { ApplicantProfileForm } from './applicant-profile-form';
import classes from './applicant-profile.module.css';
import { dropChanges, unsavedChanges } from './applicant-profile-values';
import { ProfileFacts } from './profile-facts';
import { useApplicantProfile } from './use-applicant-profile';

/** What employers get to see of the visitor, and the form that changes it. */
export function ApplicantProfileSection() {
  const { t } = useTranslation();
  const profile = useApplicantProfile();
  // Until somebody says: whoever left in the middle goes on there.
  const [isEditing, setEditing] = useState<boolean | null>(null);
  function cancel(): void {
    dropChanges();
    setEditing(false);
  }
  return (
    <section className={classes.section} aria-labelledby="profile">
      <h2 id="profile">{t('profile.title')}</h2>
      <Loaded query={profile}>
        {(known) =>
          known === null || (isEditing ?? unsavedChanges(known) !== null) ? (
            <ApplicantProfileForm
              profile={known}
              action={t('action.save')}
              onSaved={() => setEditing(false)}
              {...(known !== null && { onCancel: cancel })}
            />
          ) : (
            <>
              <ProfileFacts profile={known} />
              <Button variant="default" size="sm" onClick={() => setEditing(true)}>
                {t('action.edit')}
              </Button>
            </>
          )
        }
      </Loaded>
    </section>
  );
}
