import type { ParentHome, WaitingMessage } from '#contract/wire.ts'
import type { Language } from '#contract/setup.ts'
import { ok } from '#core/kernel/result.ts'
import type { Call, TheirDevices } from '../../calls/call-types.ts'
import type { DeviceChange } from '../../calls/live-device.ts'
import { createHolder } from '../../calls/observable.ts'
import type { OwnMedia } from '../../calls/own-media.ts'
import { firstState, type Page } from '../page.ts'
import type { PageState } from '../view-rules.ts'

const home: ParentHome = {
  device: '01900000-0000-7000-8000-000000000001',
  user: `c${'a'.repeat(24)}`,
  called: '妈妈',
  language: 'zh-CN',
  school: '石城镇中心小学',
  child: { user: `k${'a'.repeat(24)}`, given: '小雨', animal: 'rabbit', tone: 'coral' },
  consent: { video: true, phone: true, messages: true, photo: false },
  missed: [],
}
const paired: PageState = { ...firstState, door: { at: 'paired', home }, lineIsReady: true }
const message = (kind: WaitingMessage['kind'], lengthMs: number): WaitingMessage => ({
  id: `01900000-0000-7000-8000-00000000000${lengthMs % 7}`,
  from: home.child.user,
  to: home.user,
  kind,
  type: kind === 'drawing' ? 'image/png' : kind === 'voice' ? 'audio/webm' : 'video/webm',
  size: 1,
  lengthMs,
  at: Date.now() - 3_600_000,
  seenAt: null,
})
const shut = (why: 'used' | 'expired' | 'revoked' | 'unknown' | 'stranger' | 'too-many'): PageState => ({
  ...firstState,
  door: { at: 'shut', why },
})
const missed: ParentHome = { ...home, missed: [{ at: Date.now() - 7_200_000, why: 'offline' }] }
const longName: ParentHome = {
  ...home,
  child: { ...home.child, given: '阿卜杜热合曼·买买提明' },
  school: '雷州市纪家镇上郎村第一小学教学点',
}

/** Every state that the page can be in. */
export const states: Readonly<Record<string, PageState>> = {
  looking: firstState,
  invited: { ...firstState, door: { at: 'invited' } },
  pairing: { ...firstState, door: { at: 'pairing' } },
  waiting: paired,
  'waiting-missed': {
    ...paired,
    door: { at: 'paired', home: missed },
    lineIsReady: false,
    messages: [message('voice', 42_000)],
  },
  'waiting-no-video': {
    ...paired,
    door: { at: 'paired', home: { ...home, consent: { ...home.consent, video: false } } },
  },
  'waiting-long-name': { ...paired, door: { at: 'paired', home: longName } },
  join: { ...paired, childWaits: true },
  ringing: { ...paired, call: { at: 'ringing', side: 'in', heard: true } },
  joining: { ...paired, joining: 'video' },
  connecting: { ...paired, call: { at: 'answered' } },
  call: { ...paired, call: { at: 'talking', shown: 'video', quality: 6 } },
  voice: { ...paired, call: { at: 'talking', shown: 'voice', quality: 2 } },
  'call-microphone-out': { ...paired, call: { at: 'talking', shown: 'video', quality: 6 } },
  'call-telephone': { ...paired, call: { at: 'talking', shown: 'video', quality: 6 } },
  'call-microphone-silent': { ...paired, call: { at: 'talking', shown: 'video', quality: 6 } },
  'call-camera-out': { ...paired, call: { at: 'talking', shown: 'video', quality: 6 } },
  'call-their-microphone': { ...paired, call: { at: 'talking', shown: 'video', quality: 6 } },
  'voice-their-camera': { ...paired, call: { at: 'talking', shown: 'voice', quality: 6 } },
  lost: { ...paired, call: { at: 'recovering', shown: 'video', since: 0 } },
  ended: { ...paired, call: { at: 'over', reason: 'hung-up', by: 'them', lengthMs: 754_000 } },
  'ended-lost': { ...paired, call: { at: 'over', reason: 'link-lost', by: 'link', lengthMs: 100_000 } },
  'ended-missed': { ...paired, call: { at: 'over', reason: 'cancelled', by: 'them', lengthMs: 0 } },
  messages: {
    ...paired,
    isReading: true,
    messages: [message('voice', 42_000), message('drawing', 0), message('video', 20_000)],
  },
  record: { ...paired, recording: { at: 'choosing' } },
  recording: {
    ...paired,
    recording: { at: 'going', kind: 'voice', seconds: 7, rests: false, isSilent: false, isUnseen: false },
  },
  'recording-rests': {
    ...paired,
    recording: { at: 'going', kind: 'voice', seconds: 7, rests: true, isSilent: false, isUnseen: false },
  },
  'recording-silent': {
    ...paired,
    recording: { at: 'going', kind: 'voice', seconds: 7, rests: false, isSilent: true, isUnseen: false },
  },
  'recording-unseen': {
    ...paired,
    recording: { at: 'going', kind: 'video', seconds: 7, rests: false, isSilent: false, isUnseen: true },
  },
  'review-film-cut': { ...paired, recording: { at: 'review', kind: 'video', problem: 'camera-out' } },
  'review-cut': { ...paired, recording: { at: 'review', kind: 'voice', problem: 'microphone-out' } },
  review: { ...paired, recording: { at: 'review', kind: 'voice', problem: 'failed' } },
  sending: { ...paired, recording: { at: 'sending', percent: 40, isPaused: false } },
  left: { ...paired, recording: { at: 'left' } },
  used: shut('used'),
  expired: shut('expired'),
  revoked: shut('revoked'),
  unknown: shut('unknown'),
  stranger: shut('stranger'),
  'too-many': shut('too-many'),
  'wrong-browser': { ...firstState, door: { at: 'invited' }, isAble: false, isWeChat: true },
  offline: { ...paired, isOnline: false },
  server: { ...paired, isServerThere: false },
  'no-camera': { ...paired, problem: 'no-camera' },
  'camera-refused': { ...paired, problem: 'camera-refused' },
  'microphone-refused': { ...paired, problem: 'microphone-refused' },
}

const nothing = (): void => undefined
const own: OwnMedia = {
  stream: null,
  muted: false,
  wantsSeen: true,
  isSeen: false,
  camera: null,
  microphone: null,
}
/** What is the matter with the devices of either end, by the state. */
const lacks: Readonly<Record<string, Partial<OwnMedia>>> = {
  'call-microphone-out': { microphone: 'no-microphone' },
  'call-telephone': { microphone: 'microphone-asleep', camera: 'camera-asleep' },
  'call-microphone-silent': { microphone: 'microphone-silent' },
  'call-camera-out': { camera: 'no-camera' },
}
const theirLacks: Readonly<Record<string, Partial<TheirDevices>>> = {
  'call-their-microphone': { microphone: 'out' },
  'voice-their-camera': { camera: 'out' },
}

/** A page that stands still in one state; no button does anything. */
export function galleryPage(name: string, first: Language): Page {
  const state = createHolder(states[name] ?? firstState)
  const language = createHolder(first)
  const call: Call = {
    direction: 'in',
    kind: 'web',
    peer: home.child.user,
    callId: () => '',
    state: createHolder(state.now().call),
    own: createHolder({ ...own, ...lacks[name] }),
    device: createHolder<DeviceChange | null>(null),
    theirPicture: createHolder<'on' | 'resting' | 'off'>(name === 'voice' ? 'resting' : 'on'),
    theirDevices: createHolder<TheirDevices>({ camera: 'here', microphone: 'here', ...theirLacks[name] }),
    remote: createHolder<MediaStream | null>(null),
    answer: nothing,
    hangUp: nothing,
    setMuted: nothing,
    retryMicrophone: nothing,
    setSeen: nothing,
    setWantsPicture: nothing,
    show: () => nothing,
    sendKeys: nothing,
    summary: createHolder(null),
  }
  return {
    state,
    language,
    call: () => call,
    recorder: () => null,
    recorded: () => new Blob([]),
    setLanguage: language.set,
    enter: nothing,
    join: nothing,
    stopJoining: nothing,
    notNow: nothing,
    leaveEnd: nothing,
    dismissProblem: nothing,
    retry: nothing,
    openRecorder: nothing,
    startRecording: nothing,
    stopRecording: nothing,
    sendRecording: nothing,
    takeBackRecording: nothing,
    closeRecorder: nothing,
    read: nothing,
    content: () => Promise.resolve(ok(new Blob([]))),
    seen: nothing,
    tryRing: () => Promise.resolve(true),
  }
}
