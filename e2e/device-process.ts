import { readFileSync } from 'node:fs'
import { processTree } from './process-tree.ts'

const services = {
  camera: 'video_capture.mojom.VideoCaptureService',
  microphone: 'audio.mojom.AudioService',
} as const

/**
 * The process in which a Chromium, or an Electron, holds its camera or its microphone. Ended, it is a device that was pulled
 * out: its tracks end, and it may be opened again. Stopped, it is one that hangs: its tracks live and give nothing.
 */
export function deviceProcess(browser: number, device: keyof typeof services): number {
  for (const pid of processTree(browser)) {
    try {
      if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`utility-sub-type=${services[device]}`))
        return pid
    } catch {
      // It has ended meanwhile.
    }
  }
  throw new Error(`no process holds the ${device}`)
}
