import { callChannel, eventChannel } from '#contract/bridge.ts'
import { expose } from './bridge.ts'

expose(callChannel.pupil, eventChannel)
