/** An event that a listener may prevent. */
export interface Preventable {
  defaultPrevented: boolean
  preventDefault(): void
}

/** A preventable event with further fields, as Electron hands to listeners. */
export function preventable<Fields extends object>(fields: Fields): Preventable & Fields {
  return Object.assign(
    {
      defaultPrevented: false,
      preventDefault(this: Preventable) {
        this.defaultPrevented = true
      },
    },
    fields,
  )
}

/** One call of something that has no effect here, kept so that a test can look at it. */
export interface RecordedCall {
  api: string
  args: unknown[]
}

const calls: RecordedCall[] = []

/** Notes a call that a real Electron would act upon. */
export function record(api: string, ...args: unknown[]): void {
  calls.push({ api, args })
}

/** The calls noted so far, of one name or all. Tests reach it as `globalThis.standInCalls` in the main process. */
const recorded = (api?: string): RecordedCall[] =>
  calls.filter((call) => api === undefined || call.api === api)

Object.assign(globalThis, { standInCalls: recorded })
