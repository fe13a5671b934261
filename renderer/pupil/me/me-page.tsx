import { Face } from '#ui/child/face.tsx'
import { useWords } from '../../i18n/use-words.tsx'
import { SoonPage } from '../home/soon-page.tsx'
import { useChild, useGo } from '../session/session.tsx'

/** Behind the fourth door. */
export function MePage() {
  const { t } = useWords()
  const child = useChild()
  const go = useGo()
  return (
    <SoonPage
      door="me"
      title={t('me.title')}
      picture={<Face face={child.face} size={260} />}
      say={{ title: t('me.say.title'), hint: t('me.say.hint') }}
      soon={t('me.soon')}
      holds={[
        { picture: 'glad', text: t('me.one') },
        { picture: 'medal', text: t('me.two') },
      ]}
      now={{ picture: 'heart', label: t('talk.open'), onPress: () => go('talk') }}
    />
  )
}
