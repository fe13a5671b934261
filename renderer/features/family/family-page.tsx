import { Phone } from '#ui/drawings/door-heroes.tsx'
import { useWords } from '../../i18n/use-words.tsx'
import { SoonPage } from '../home/soon-page.tsx'

/** Behind the first door. */
export function FamilyPage() {
  const { t } = useWords()
  return (
    <SoonPage
      door="call"
      title={t('family.title')}
      picture={<Phone />}
      say={{ title: t('family.say.title'), hint: t('family.say.hint') }}
      soon={t('family.soon')}
      holds={[
        { picture: 'heart', text: t('family.one') },
        { picture: 'letter', text: t('family.two') },
        { picture: 'basket', text: t('family.three') },
      ]}
    />
  )
}
