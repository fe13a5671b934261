import { record } from './events.ts'
import { NotInStandIn } from './not-in-stand-in.ts'

/** Electron's `Menu`: an application without one is all that the stand-in can show. */
export class Menu {
  static setApplicationMenu(menu: unknown): void {
    if (menu !== null) throw new NotInStandIn('Menu.setApplicationMenu with a menu')
    record('Menu.setApplicationMenu', null)
  }
  static getApplicationMenu = (): null => null
  static buildFromTemplate(): never {
    throw new NotInStandIn('Menu.buildFromTemplate')
  }
  constructor() {
    throw new NotInStandIn('new Menu')
  }
}
