import './help-card.css'
import { useEffect, useRef } from 'react'
import { GoButton } from '#ui/child/buttons.tsx'
import { Speak, SpokenText } from '#ui/child/speak.tsx'
import { Icon } from '#ui/icon.tsx'
import { Picture } from '#ui/picture.tsx'
import { useSpeech } from '#ui/speech.ts'
import { useAnswer } from '../../api/query.tsx'
import { useWords } from '../../i18n/use-words.tsx'

/**
 * 12355: the service line for young people; 12345: the line of the government, which takes calls about children in need;
 * 110: the police. All free, at any hour.
 */
export const helpLines = [
  { number: '12355', picture: 'ear' },
  { number: '12345', picture: 'question' },
  { number: '110', picture: 'shield' },
] as const

/** A number as a voice says it: digit by digit. */
const said = (number: string): string => Array.from(number).join(' ')

/** Who listens, by which number, and how to phone from this room. It needs no network, and nobody has to sign in. */
export function HelpCard({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords()
  const speaker = useSpeech()
  const look = useAnswer('room.look', undefined)
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
    return () => speaker.stop()
  }, [speaker])
  const phone = look.value && t(`help.phone.${look.value.roomPhone}`)
  const lines = helpLines.map(({ number }) => `${t(`help.line.${number}`)}: ${said(number)}`)
  const words = [t('help.title'), ...lines, phone].filter(Boolean).join('。')
  return (
    <dialog ref={dialog} className="help-card child" aria-label={t('help.title')} onClose={onClose}>
      <div className="line">
        <h1>
          <SpokenText spokenAs={words}>{t('help.title')}</SpokenText>
        </h1>
        <Speak text={words} label={t('child.read', { text: t('help.title') })} />
        <p className="soft">{t('help.hint')}</p>
      </div>
      <ul>
        {helpLines.map(({ number, picture }) => {
          const line = `${t(`help.line.${number}`)}。${t(`help.who.${number}`)}: ${said(number)}`
          return (
            <li key={number} className="card">
              <Picture name={picture} />
              <b className="help-number">{number}</b>
              <strong>
                <SpokenText spokenAs={line}>{t(`help.line.${number}`)}</SpokenText>
              </strong>
              <span className="soft">{t(`help.who.${number}`)}</span>
              <Speak text={line} label={t('child.read', { text: line })} />
            </li>
          )
        })}
      </ul>
      <div className="line help-foot">
        <Icon name="phone" weight="fill" />
        <p>{phone}</p>
        <GoButton label={t('help.close')} icon="check-circle" onPress={onClose} />
      </div>
    </dialog>
  )
}
