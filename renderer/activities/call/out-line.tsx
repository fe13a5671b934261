import { Speak, SpokenText } from '#ui/child/speak.tsx'
import { Picture } from '#ui/picture.tsx'
import type { Call } from '../../calls/client.ts'
import { useWords } from '../../i18n/use-words.tsx'
import { useWatched } from './use-watched.ts'

export interface OutLineProps {
  readonly call: Call
  readonly called: string
}

/** One line while a microphone of the two is out: the own one first, because something can be done about it here. */
export function OutLine({ call, called }: OutLineProps) {
  const { t } = useWords()
  const { microphone } = useWatched(call.own)
  const theirs = useWatched(call.theirDevices)
  const words = microphone
    ? t(`call.out.${microphone}`)
    : theirs.microphone === 'out'
      ? t('call.out.theirs', { called })
      : null
  if (words === null) return null
  return (
    <p className="soon-over out-line" role="status">
      <Picture name={microphone ? 'headphone' : 'ear'} />
      <SpokenText pinyin={false}>{words}</SpokenText>
      <Speak text={words} label={t('child.read', { text: words })} plain />
    </p>
  )
}
