/** Who may import whom: the lines of the house. A forbidden import fails `npm run lint`. */
const tests = '[.]test[.]tsx?$'
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'type imports count too: what two files know of each other belongs in a third',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: {
        couldNotResolve: true,
        pathNot: '[?]|^~icons/|^parent-(words|icons|faces):|^(pinyin-dictionary|face):|^(electron|vite)$',
      },
    },
    {
      name: 'contract-knows-only-zod',
      severity: 'error',
      from: { path: '^preload/contract/', pathNot: tests },
      to: { pathNot: '^preload/contract/|node_modules/zod/' },
    },
    {
      name: 'rules-are-pure',
      comment:
        'rules.ts: types, kernel, other rules and libraries that only compute; no Node, no DOM, no input or output',
      severity: 'error',
      from: { path: '^main/core/.*rules[.]ts$' },
      to: {
        dependencyTypesNot: ['type-only'],
        pathNot:
          '^preload/contract/|^main/core/kernel/|^main/core/.*rules[.]ts$|node_modules/(ts-fsrs|date-fns|pinyin-pro|papaparse|chess[.]js)/',
      },
    },
    {
      name: 'core-without-electron',
      severity: 'error',
      from: { path: '^main/(core|call-server)/' },
      to: {
        path: '^electron$|node_modules/electron/|^main/(shell|features)/|^renderer/|^e2e/|^preload/(?!contract/)',
      },
    },
    {
      name: 'start-without-activities',
      comment:
        'the rules and data of the learning corner are half of main: read when a child is there, not before the first window',
      severity: 'error',
      // The furnished example is made in a process of its own.
      from: { path: '^main/', pathNot: `^main/core/(learning|example)/|[.]fixture[.]ts$|${tests}` },
      to: {
        path: '^main/core/learning/(?!(random|toy)-rules[.]ts$)',
        dependencyTypesNot: ['type-only', 'dynamic-import'],
      },
    },
    {
      name: 'features-never-import-each-other',
      severity: 'error',
      from: { path: '^main/features/([^/]+)[.]ts$' },
      to: { path: '^main/features/', pathNot: '^main/features/feature[.]ts$' },
    },
    {
      name: 'main-never-imports-windows',
      severity: 'error',
      from: { path: '^main/' },
      to: { path: '^renderer/|^e2e/|^preload/(?!contract/)' },
    },
    {
      name: 'preload-is-a-bridge',
      severity: 'error',
      from: { path: '^preload/' },
      to: { path: '^main/|^renderer/|^e2e/' },
    },
    {
      name: 'pupil-never-meets-staff',
      comment: 'the child’s window and the console share only ui, api, i18n, calls and activities',
      severity: 'error',
      from: { path: '^renderer/pupil/|^renderer/activities/' },
      to: { path: '^renderer/staff/|^renderer/ui/staff' },
    },
    {
      name: 'staff-never-meets-pupil',
      severity: 'error',
      from: { path: '^renderer/staff/' },
      to: { path: '^renderer/(pupil|activities)/|^renderer/ui/child' },
    },
    {
      name: 'parent-page-stands-alone',
      comment: 'the page in a parent’s browser shares the call and the drawings, none of the room’s screens',
      severity: 'error',
      from: { path: '^renderer/parent/' },
      to: { path: '^renderer/(pupil|staff|activities)/' },
    },
    {
      name: 'shared-rooms-know-no-world',
      comment: 'what both windows use may not depend on either',
      severity: 'error',
      from: { path: '^renderer/(ui|api|i18n|calls|paper)/', pathNot: '^renderer/ui/gallery' },
      to: { path: '^renderer/(pupil|staff|parent|activities)/' },
    },
    {
      name: 'renderer-without-node',
      severity: 'error',
      from: { path: '^renderer/', pathNot: tests },
      to: { path: '^main/', pathNot: '^main/core/.*rules[.]ts$|^main/core/kernel/' },
    },
    {
      name: 'renderer-never-imports-electron-or-node',
      severity: 'error',
      from: { path: '^renderer/', pathNot: tests },
      to: {
        path: '^electron$|node_modules/electron/|^e2e/',
        dependencyTypes: ['core', 'npm', 'npm-dev', 'local'],
      },
    },
    {
      name: 'renderer-without-node-builtins',
      severity: 'error',
      from: {
        path: '^renderer/',
        pathNot: `${tests}|^renderer/ui/sprite/plugin[.]ts$|^renderer/build/|^renderer/parent/(build/|vite[.]config[.]ts$)`,
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'contract-schemas-stay-out-of-windows',
      comment: 'windows take types from the contract; zod itself would cost the child’s first screen 15 kB',
      severity: 'error',
      from: { path: '^(renderer/|preload/[^/]+[.]ts)', pathNot: tests },
      to: {
        path: '^preload/contract/',
        dependencyTypesNot: ['type-only'],
        pathNot:
          '^preload/contract/(feelings|languages|me-choices|opening-reasons|pictures|bridge|retention|roles|voice-said|wire-signing)[.]ts$',
      },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '[?](raw|url|nodeWorker)|^out/|^dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
}
