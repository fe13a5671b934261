import type { ChildrenService } from '#core/children/service.ts'
import { ok } from '#core/kernel/result.ts'
import type { Handlers } from './feature.ts'

export const childrenHandlers = (children: ChildrenService): Handlers<'children'> => ({
  faces: () => ok(children.faces()),
  classesForPupils: () => ok(children.classes()),
  classes: () => ok(children.classes()),
  list: () => ok(children.list()),
  alike: (child) => ok(children.alike(child)),
  add: (child) => children.add(child),
  change: (child) => children.change(child),
  remove: ({ id }) => children.remove(id),
  setAvatar: ({ id, ...avatar }) => children.setAvatar(id, avatar),
  setPhoto: ({ id, image }) => children.setPhoto(id, image),
  showPictures: ({ id }) => children.pictures.show(id),
  setPictures: ({ id, pictures }) => children.pictures.set(id, pictures),
  mergePreview: ({ kept, gone }) => children.merges.preview(kept, gone),
  merge: ({ take, ...records }, { person }) => children.merges.merge(records, person.id, take),
  likelyPairs: () => ok(children.merges.pairs()),
  tellApart: ({ one, other }) => children.merges.tellApart(one, other),
  merges: () => ok(children.merges.list()),
  unmerge: ({ id }, { person }) => children.merges.unmerge(id, person.id),
  previewImport: ({ file }) => children.imports.preview(file),
  applyImport: ({ token, decisions }) => children.imports.apply(token, decisions),
  stopImport: ({ token }) => ok(children.imports.stop(token)),
})
