import { app } from 'electron'

/** Whether nobody else runs on this data folder. A second start ends, and the first one comes to the front. */
export const isFirstStart = (): boolean => app.requestSingleInstanceLock()

export const onSecondStart = (come: () => void): void => {
  app.on('second-instance', come)
}
