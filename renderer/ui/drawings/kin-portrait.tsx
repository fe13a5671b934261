import type { KinLook } from '../kin-look-rules.ts'
import { SmallHouse, Tree } from './land.tsx'
import { Mother } from './portrait.tsx'

/** A drawn relative on their own ground, 200 by 200; fills its box. */
export function KinPortrait({
  look,
  className = 'photo',
}: {
  readonly look: KinLook
  readonly className?: string
}) {
  const Drawn = portraits[look]
  return (
    <svg className={className} viewBox="0 0 200 200" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <Drawn />
    </svg>
  )
}

function Body({
  skin,
  coat,
  collar,
}: {
  readonly skin: string
  readonly coat: string
  readonly collar: string
}) {
  return (
    <>
      <path d="M86 118h28v34h-28z" fill={skin} />
      <path d="M86 130c8 8 20 8 28 0v8c-8 8-20 8-28 0Z" fill="#d9a27c" opacity=".5" />
      <path d="M22 206C24 166 52 152 82 146q18 16 36 0c30 6 58 20 60 60Z" fill={coat} />
      <path d="M80 145l20 20 20-20 8 4-28 30-28-30Z" fill={collar} />
    </>
  )
}

/** Cheeks, eyes, brows, nose and smile, alike in all of them. */
function Features({ brow }: { readonly brow: string }) {
  return (
    <>
      <g fill="#f2a98c" opacity=".55">
        <ellipse cx="72" cy="106" rx="9" ry="6" />
        <ellipse cx="128" cy="106" rx="9" ry="6" />
      </g>
      <g fill="#3a2c26">
        <ellipse cx="83" cy="93" rx="4.2" ry="5.2" />
        <ellipse cx="117" cy="93" rx="4.2" ry="5.2" />
      </g>
      <g fill="none" stroke={brow} strokeWidth="3" strokeLinecap="round">
        <path d="M75 81q8-5 15-1M110 80q8-4 15 1" />
      </g>
      <path d="M98 98q-3 8 2 9" fill="none" stroke="#c98d68" strokeWidth="2.5" strokeLinecap="round" />
      <path d="M85 113q15 14 30 0q-15 6 -30 0Z" fill="#b4412f" />
    </>
  )
}

const InTown = () => (
  <>
    <rect width="200" height="200" fill="#ffe3b0" />
    <g fill="#a9cddd">
      <path d="M0 120h30V60h34v60h26V84h30v40h24V50h30v70h26v80H0Z" opacity=".8" />
    </g>
    <g fill="#fff" opacity=".55">
      <path d="M38 70h6v6h-6zM50 70h6v6h-6zM38 84h6v6h-6zM150 62h6v6h-6zM162 62h6v6h-6zM150 76h6v6h-6zM10 130h6v6h-6z" />
    </g>
    <Mother />
  </>
)

const Father = () => (
  <>
    <rect width="200" height="200" fill="#d6e8ee" />
    <path d="M0 150h200v50H0z" fill="#e5cfa5" />
    <path d="M20 150V30h8v120M28 40h90v6H28zM28 46l60 0" fill="#e0a23c" />
    <path d="M110 46v26" stroke="#8a6a4a" strokeWidth="2" />
    <path d="M58 92C50 50 72 34 100 34s50 16 42 58Z" fill="#2f2723" />
    <Body skin="#ecbf98" coat="#4f7f98" collar="#dbe8ee" />
    <circle cx="59" cy="97" r="8" fill="#ecbf98" />
    <circle cx="141" cy="97" r="8" fill="#ecbf98" />
    <path d="M60 84c0-28 16-40 40-40s40 12 40 40c0 32-16 52-40 52s-40-20-40-52Z" fill="#ecbf98" />
    <path
      d="M57 84C55 50 74 36 100 36s45 14 43 48c-7-5-9-14-11-21-16 4-44 4-62-4-4 9-8 18-13 25Z"
      fill="#2f2723"
    />
    <Features brow="#2f2723" />
  </>
)

const Aunt = () => (
  <>
    <rect width="200" height="200" fill="#5a6a92" />
    <circle cx="156" cy="40" r="17" fill="#ffe9b0" />
    <circle cx="149" cy="36" r="15" fill="#5a6a92" />
    <g fill="#ffe9b0">
      <circle cx="34" cy="36" r="2.5" />
      <circle cx="66" cy="20" r="2" />
      <circle cx="24" cy="80" r="2" />
      <circle cx="180" cy="84" r="2" />
    </g>
    <path d="M136 50c28 0 34 34 26 74-4 14-14 14-14 0 0-20-2-40-18-56Z" fill="#3a2c26" />
    <path d="M56 92C52 46 72 34 100 34s48 12 44 58Z" fill="#3a2c26" />
    <Body skin="#f5cfae" coat="#4fa469" collar="#e8f5e6" />
    <circle cx="59" cy="97" r="8" fill="#f5cfae" />
    <circle cx="141" cy="97" r="8" fill="#f5cfae" />
    <path d="M60 84c0-28 16-40 40-40s40 12 40 40c0 32-16 52-40 52s-40-20-40-52Z" fill="#f5cfae" />
    <path
      d="M57 86C55 50 76 38 102 40c26 0 42 14 41 46-12-10-20-20-26-32-14 16-36 24-60 32Z"
      fill="#3a2c26"
    />
    <Features brow="#3a2c26" />
    <g fill="none" stroke="#6f5a49" strokeWidth="3">
      <circle cx="82" cy="94" r="13" />
      <circle cx="118" cy="94" r="13" />
      <path d="M95 92q5-4 10 0" />
    </g>
  </>
)

const Grandmother = () => (
  <>
    <rect width="200" height="200" fill="#e2efdc" />
    <path d="M0 140h200v60H0z" fill="#cfe4cf" />
    <SmallHouse x={160} y={142} scale={1.3} />
    <Tree x={28} y={150} scale={1.3} />
    <circle cx="100" cy="26" r="19" fill="#b9aea6" />
    <path d="M54 96C50 48 72 34 100 34s50 14 46 62l-6 20H60Z" fill="#b9aea6" />
    <Body skin="#f0c9a6" coat="#8d6aa0" collar="#efe2f4" />
    <circle cx="59" cy="97" r="8" fill="#f0c9a6" />
    <circle cx="141" cy="97" r="8" fill="#f0c9a6" />
    <path d="M60 84c0-28 16-40 40-40s40 12 40 40c0 32-16 52-40 52s-40-20-40-52Z" fill="#f0c9a6" />
    <path d="M57 84C58 52 76 40 100 40s42 12 43 44c-14-20-31-28-43-28s-29 8-43 28Z" fill="#b9aea6" />
    <Features brow="#9b8d84" />
    <g fill="none" stroke="#cf9b76" strokeWidth="2" strokeLinecap="round">
      <path d="M66 92l-6-2M134 92l6-2M78 116q-4-4-3-8M122 116q4-4 3-8" />
    </g>
  </>
)

const Grandfather = () => (
  <>
    <rect width="200" height="200" fill="#fdeccb" />
    <path d="M0 140h200v60H0z" fill="#e6dcb4" />
    <SmallHouse x={160} y={142} scale={1.3} />
    <Tree x={28} y={150} scale={1.3} />
    <path d="M58 92C50 50 72 34 100 34s50 16 42 58Z" fill="#b9aea6" />
    <Body skin="#ecbf98" coat="#7b8a5c" collar="#f0efe0" />
    <circle cx="59" cy="97" r="8" fill="#ecbf98" />
    <circle cx="141" cy="97" r="8" fill="#ecbf98" />
    <path d="M60 84c0-28 16-40 40-40s40 12 40 40c0 32-16 52-40 52s-40-20-40-52Z" fill="#ecbf98" />
    <path
      d="M57 84C55 50 74 36 100 36s45 14 43 48c-7-5-9-14-11-21-16 4-44 4-62-4-4 9-8 18-13 25Z"
      fill="#b9aea6"
    />
    <Features brow="#b9aea6" />
    <g fill="none" stroke="#cf9b76" strokeWidth="2" strokeLinecap="round">
      <path d="M66 92l-6-2M134 92l6-2M78 116q-4-4-3-8M122 116q4-4 3-8" />
    </g>
  </>
)

const Somebody = () => (
  <>
    <rect width="200" height="200" fill="#fde3d4" />
    <path d="M0 150Q100 100 200 150V200H0Z" fill="#f9cbb9" />
    <SmallHouse lit x={100} y={150} scale={2.6} />
    <path d="M100 62c-30-18-16-42 0-26c16-16 30 8 0 26z" fill="#d8402b" />
  </>
)

const portraits = {
  mother: InTown,
  father: Father,
  aunt: Aunt,
  grandmother: Grandmother,
  grandfather: Grandfather,
  somebody: Somebody,
} as const
