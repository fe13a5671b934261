import { useEffect, useState } from 'react'
import { useWords } from '../../i18n/use-words.tsx'

/** Day and time of the wall clock, redrawn once a minute, at the full minute. */
export function WallClock() {
  const { language } = useWords()
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setTimeout(() => setNow(new Date()), 60_000 - (now.getTime() % 60_000) + 20)
    return () => clearTimeout(timer)
  }, [now])
  const day = new Intl.DateTimeFormat(language, { weekday: 'long' }).format(now)
  const parts = new Intl.DateTimeFormat(language, {
    hour: 'numeric',
    minute: '2-digit',
    hour12: true,
  }).formatToParts(now)
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? ''
  const clock = `${part('hour')}:${part('minute')}`
  const time = language === 'en' ? `${clock} ${part('dayPeriod')}` : `${part('dayPeriod')} ${clock}`
  return (
    <p className="who-time soft">
      <span>{day}</span>
      <span>{time}</span>
    </p>
  )
}
