// Run by electron-builder after it has laid out the program, before it signs and packs it. Its own fuse option knows only
// the first eight; this one has the current library, and stops when a newer Electron brings a fuse that nobody has decided on.
import { flipFuses, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses'
import { join } from 'node:path'

/** Every fuse, on purpose. */
export const fuses = {
  // The program is no Node interpreter for whoever finds it.
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  // NODE_OPTIONS could load code before ours.
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  // Checked by Windows and macOS; Linux has nothing to check it with.
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  // No folder beside the archive takes its place.
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  // We bring no snapshot.
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  // No page of ours has a file: address.
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  // Faster bounds checks for WebAssembly; no door either way.
  [FuseV1Options.WasmTrapHandlers]: true,
}

/** @param {import('electron-builder').AfterPackContext} context */
export default async function setFuses({ appOutDir, electronPlatformName, packager }) {
  const name = packager.executableName ?? packager.appInfo.productFilename
  const file = electronPlatformName === 'win32' ? `${packager.appInfo.productFilename}.exe` : name
  const path = join(appOutDir, file)
  // An older Electron has a shorter wire; what it lacks cannot be set.
  const { version: _version, ...wire } = await getCurrentFuseWire(path)
  const has = Object.fromEntries(Object.entries(fuses).filter(([index]) => index in wire))
  await flipFuses(path, {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    resetAdHocDarwinSignature: false,
    ...has,
  })
}
