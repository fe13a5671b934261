import { callChannel, eventChannel } from '#contract/bridge.ts'
import { expose } from './bridge.ts'

expose(callChannel.staff, eventChannel)
