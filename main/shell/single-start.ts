import { app } from 'electron'
import { dataFolderTakesFiles } from './data-folder.ts'

/**
 * Whether nobody else runs on this data folder. A second start ends, and the first one comes to the front. A folder that
 * takes no files holds no lock either: then the start goes on, to say what is wrong.
 */
export const isFirstStart = (): boolean => !dataFolderTakesFiles() || app.requestSingleInstanceLock()

export const onSecondStart = (come: () => void): void => {
  app.on('second-instance', come)
}
