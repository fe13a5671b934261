/** Shown at the door of the example room, and good for nothing else. */
export const EXAMPLE_PIN = '482913'

/** Says on every screen that this is no school. */
export const EXAMPLE_SCHOOL = '示例小学（演示）'
