/** What a browser has, of what a video call needs. */
export interface Abilities {
  readonly hasMedia: boolean
  readonly hasConnections: boolean
  readonly hasKeys: boolean
  readonly hasStore: boolean
}

export const isAble = ({ hasMedia, hasConnections, hasKeys, hasStore }: Abilities): boolean =>
  hasMedia && hasConnections && hasKeys && hasStore

export const isWeChat = (agent: string): boolean => /MicroMessenger/i.test(agent)

/** A name by which staff know this device among a family's: "Android · 微信". Not more than the browser says anyway. */
export function deviceName(agent: string): string {
  const system = /iPhone/.test(agent)
    ? 'iPhone'
    : /iPad/.test(agent)
      ? 'iPad'
      : /HarmonyOS|OpenHarmony/i.test(agent)
        ? 'HarmonyOS'
        : /Android/.test(agent)
          ? 'Android'
          : /Windows/.test(agent)
            ? 'Windows'
            : /Mac OS X/.test(agent)
              ? 'Mac'
              : /Linux/.test(agent)
                ? 'Linux'
                : '?'
  const model = /Android [\d.]+; ([^;)]{1,24}?)(?: Build|\)|;)/.exec(agent)?.[1]
  return [model ? `${system} ${model}` : system, isWeChat(agent) ? '微信' : ''].filter(Boolean).join(' · ')
}
