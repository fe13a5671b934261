import { type Dictionary, readDictionary } from './dictionary-rules.ts'

const breath = () => new Promise<void>((resolve) => setTimeout(resolve))

async function load(): Promise<Dictionary> {
  const { default: text } = await import('pinyin-dictionary:')
  const reading = readDictionary(text)
  for (;;) {
    const step = reading.next()
    if (step.done) return step.value
    // A child who draws or taps meanwhile is answered.
    await breath()
  }
}

let loading: Promise<Dictionary> | undefined

/** The dictionary, fetched once for all fields; a failure is not remembered, the next field tries anew. */
export function loadDictionary(): Promise<Dictionary> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined
    throw error
  })
  return loading
}
