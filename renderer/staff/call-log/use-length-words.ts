import { useWords } from '../words.ts'

/** A length in ms as people say it: whole minutes, or seconds under one minute. */
export function useLengthWords(): (ms: number) => string {
  const { t } = useWords()
  return (ms) =>
    ms < 59_500
      ? t('call-log.seconds', { count: Math.max(1, Math.round(ms / 1000)) })
      : t('call-log.minutes', { count: Math.round(ms / 60_000) })
}
