import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../api/client';
import type { Application } from '../api/models';
import { problemOf } from '../api/problem';
import { contentOf } from '../api/refusal';
import { useFormat } from '../i18n/format';
import { useNamed } from '../i18n/named';
import { ProblemNote } from '../ui/problem-note';
import { ApplicationStatusPill } from './application-status';
import { MatchResult } from './match-result';
import classes from './my-applications-page.module.css';
import { rereadMyApplications } from './use-my-application';

const final: readonly string[] = ['withdrawn', 'rejected', 'expired', 'onboarded'];

export function ApplicationCard({ application }: { application: Application }) {
  const { t } = useTranslation();
  const format = useFormat();
  const named = useNamed();
  return (
    <article className={classes.card}>
      <div className={classes.top}>
        <h2>
          <OpeningLink application={application} />
        </h2>
        <ApplicationStatusPill status={application.status} />
      </div>
      <p className={classes.meta}>
        <span>{named(application.companyName, application.companyNameEn)}</span>
        <time dateTime={application.submittedAt}>{format.moment(application.submittedAt)}</time>
      </p>
      {application.status === 'rejected' && application.statusReason !== null && (
        <p className={classes.reason}>
          {t('application.reason', { reason: application.statusReason })}
        </p>
      )}
      {application.processedAt === null ? (
        <p className={classes.meta}>{t('apply.checking')}</p>
      ) : (
        <MatchResult application={application} />
      )}
      {!final.includes(application.status) && <Withdrawal application={application} />}
    </article>
  );
}

/** An opening has its address in the fair in which it was seen. */
function OpeningLink({ application }: { application: Application }) {
  const { fairId, jobPostingId, jobPostingTitle } = application;
  if (fairId === null) return jobPostingTitle;
  return <Link to={`/fairs/${fairId}/openings/${jobPostingId}`}>{jobPostingTitle}</Link>;
}

/** Taking it back is one tap and one confirmation, as easy as giving it. */
function Withdrawal({ application }: { application: Application }) {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  const withdrawal = useMutation({
    mutationFn: () => withdraw(application.id),
    onSettled: () => rereadMyApplications(application.jobPostingId),
  });
  return (
    <>
      {withdrawal.isError && <ProblemNote problem={problemOf(withdrawal.error)} />}
      <div className={classes.actions}>
        {isAsked ? (
          <Confirmation
            isPending={withdrawal.isPending}
            onConfirm={() => withdrawal.mutate()}
            onKeep={() => setAsked(false)}
          />
        ) : (
          <Button variant="subtle" color="red" size="sm" onClick={() => setAsked(true)}>
            {t('application.withdraw')}
          </Button>
        )}
      </div>
    </>
  );
}

interface ConfirmationProps {
  isPending: boolean;
  onConfirm: () => void;
  onKeep: () => void;
}

/** What keeps it is where the first tap was: a second one that comes too soon takes nothing back. */
function Confirmation({ isPending, onConfirm, onKeep }: ConfirmationProps) {
  const { t } = useTranslation();
  return (
    <>
      <Button color="red" size="sm" loading={isPending} onClick={onConfirm}>
        {t('application.withdrawSure')}
      </Button>
      <Button
        ref={takeFocus}
        variant="subtle"
        size="sm"
        color="gray"
        disabled={isPending}
        onClick={onKeep}
      >
        {t('application.keep')}
      </Button>
    </>
  );
}

function takeFocus(button: HTMLButtonElement | null): void {
  button?.focus();
}

async function withdraw(id: string): Promise<void> {
  const params = { path: { id } };
  const body = { to: 'withdrawn' } as const;
  await contentOf(api.POST('/api/v1/applications/{id}/transitions', { params, body }));
}
