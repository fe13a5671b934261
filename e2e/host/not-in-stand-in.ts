import { EventEmitter } from 'node:events'

/** Thrown for every part of Electron's interface that the stand-in does not imitate. */
export class NotInStandIn extends Error {
  override readonly name = 'NotInStandIn'
  readonly api: string

  /** @param api the name that was asked for, such as `Tray` or `webContents.savePage` */
  constructor(api: string) {
    super(`${api} is not in the stand-in: run this on Electron itself, or add it to e2e/host`)
    this.api = api
  }
}

// Names that engines, loggers and assertions look for on any object, without meaning Electron.
const probed = new Set([
  'then',
  'toJSON',
  'inspect',
  'constructor',
  'asymmetricMatch',
  'nodeType',
  '$$typeof',
])
const tolerated = (key: string | symbol): boolean => typeof key === 'symbol' || probed.has(key)

/** The same object, except that reading a name it does not have throws. */
export function strict<T extends object>(name: string, object: T): T {
  return new Proxy(object, {
    get(target, key, receiver) {
      if (key in target || tolerated(key)) return Reflect.get(target, key, receiver) as unknown
      throw new NotInStandIn(`${name}.${String(key)}`)
    },
  })
}

/** Something that is missing as a whole: any use of it throws. */
export function lacking(name: string): never {
  const refuse = (): never => {
    throw new NotInStandIn(name)
  }
  // An old-style function, because only those can stand behind `new`.
  return new Proxy(function missing() {}, {
    get(target, key) {
      if (Object.hasOwn(target, key) || tolerated(key)) return Reflect.get(target, key) as unknown
      throw new NotInStandIn(`${name}.${String(key)}`)
    },
    apply: refuse,
    construct: refuse,
  }) as never
}

/** An event emitter whose unknown members throw: the check sits at the end of the prototype chain, so `#fields` work. */
export class StrictEmitter extends EventEmitter {}

Object.setPrototypeOf(
  StrictEmitter.prototype,
  new Proxy(Object.create(EventEmitter.prototype) as object, {
    get(target, key, receiver) {
      if (key in target || tolerated(key)) return Reflect.get(target, key, receiver) as unknown
      throw new NotInStandIn(`${(receiver as object).constructor.name}.${String(key)}`)
    },
  }),
)

/** What the stand-in offers under Electron's names must be what Electron's types promise; anything beside is a mistake. */
export type Likeness<Real, Mine> = {
  [Key in Exclude<keyof Mine, keyof EventEmitter | symbol>]: Key extends keyof Real ? Real[Key] : never
}

/** Compile-time check of an object against Electron's type; gives the object back. */
export const conforms =
  <Real>() =>
  <Mine extends Likeness<Real, Mine>>(mine: Mine): Mine =>
    mine
