// Made by build/plugin.ts from the catalogs and the drawings.
declare module 'parent-words:en' {
  const words: Readonly<Record<string, string>>
  export default words
}
declare module 'parent-words:zh-CN' {
  const words: Readonly<Record<string, string>>
  export default words
}
declare module 'parent-icons:' {
  /** Path data in a box of 256. */
  const icons: Readonly<Record<import('./icons.ts').ParentIcon, string>>
  export default icons
}
declare module 'parent-faces:' {
  /** Animal → address of its drawing. */
  const faces: Readonly<Record<string, string>>
  export default faces
}
