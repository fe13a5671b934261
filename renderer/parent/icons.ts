/** Phosphor icons of the page: filled, as in the drawings. */
export const parentIcons = [
  'video-camera', 'video-camera-slash', 'phone', 'device-mobile', 'check-circle', 'play', 'pause', 'microphone', 'microphone-slash',
  'stop', 'copy', 'phone-disconnect', 'wifi-slash', 'paper-plane-right', 'warning-circle', 'circle-dashed',
  'arrow-clockwise', 'speaker-high', 
] as const // prettier-ignore
export type ParentIcon = (typeof parentIcons)[number]
