import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useChangeLanguage } from '../session/use-change-language';

/** Two languages need no menu: the button offers the other one, in its own words. */
export function LanguageButton() {
  const { i18n } = useTranslation();
  const changeLanguage = useChangeLanguage();
  const other = i18n.language === 'en' ? 'zh-CN' : 'en';
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-md"
      lang={other}
      onClick={() => void changeLanguage(other)}
    >
      {other === 'en' ? 'English' : '中文'}
    </Button>
  );
}
