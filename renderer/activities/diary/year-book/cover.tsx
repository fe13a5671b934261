import type { AlbumPage } from '#contract/album.ts'
import { Picture } from '#ui/picture.tsx'

/** The front of the book: sky, hills, and a page of the child's in an arch. */
export function Cover({ name, page }: { readonly name: string; readonly page: AlbumPage | undefined }) {
  return (
    <div className="cover">
      <svg
        className="cover-land"
        viewBox="0 0 300 420"
        preserveAspectRatio="xMidYMid slice"
        aria-hidden="true"
      >
        <rect width="300" height="420" fill="#e4f2f4" />
        <g fill="#fff">
          <ellipse cx="60" cy="158" rx="32" ry="11" />
          <circle cx="52" cy="148" r="15" />
          <circle cx="70" cy="150" r="11" />
        </g>
        <path d="M0 230q70-50 160-20t140-20v230H0z" fill="#cfe4cf" />
        <path d="M0 300q90-60 190-20t110-30v170H0z" fill="#acd4b1" />
        <path d="M0 366q150-40 300 0v54H0z" fill="#5e9a66" />
      </svg>
      <b>{name}</b>
      <span className="cover-arch">
        {page?.thumbnail ? <img src={page.thumbnail} alt="" /> : <Picture name="sunflower" />}
      </span>
    </div>
  )
}
