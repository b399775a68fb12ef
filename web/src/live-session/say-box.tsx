import { ActionIcon, TextInput } from '@mantine/core';
import { IconSend2 } from '@tabler/icons-react';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './chat.module.css';

const longestMessage = 500;

export function SayBox({ onSay }: { onSay: (text: string) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    const said = text.trim();
    if (said === '') return;
    onSay(said);
    setText('');
  }

  return (
    <form className={classes.sayBox} onSubmit={submit}>
      <TextInput
        className={classes.sayInput}
        aria-label={t('chat.say')}
        placeholder={t('chat.say')}
        autoComplete="off"
        enterKeyHint="send"
        maxLength={longestMessage}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <ActionIcon type="submit" size={42} aria-label={t('chat.send')}>
        <IconSend2 size={20} aria-hidden />
      </ActionIcon>
    </form>
  );
}
