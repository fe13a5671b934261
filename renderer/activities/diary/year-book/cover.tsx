import './cover.css'
import type { AlbumPage } from '#contract/album.ts'
import { Tree } from '#ui/drawings/land.tsx'
import { Picture } from '#ui/picture.tsx'

export interface CoverProps {
  readonly name: string
  /** Under the name, such as the year in words. */
  readonly under?: string
  /** Whose book it is, at the foot. */
  readonly foot?: string
  readonly page: AlbumPage | undefined
}

/** The front of the book: sky, hills, trees, and a page of the child's in an arch. */
export function Cover({ name, under, foot, page }: CoverProps) {
  return (
    <div className="cover">
      <svg
        className="cover-land"
        viewBox="0 0 300 420"
        preserveAspectRatio="xMidYMax slice"
        aria-hidden="true"
      >
        <rect width="300" height="420" fill="#e4f2f4" />
        <g fill="#fffefa">
          <path d="M22 142a11 11 0 0 1 2-22 20 20 0 0 1 38-5 14 14 0 0 1 12 27z" />
          <path d="M216 152a9 9 0 0 1 2-18 16 16 0 0 1 31-3 11 11 0 0 1 9 21z" />
        </g>
        <path d="M0 214q60-44 140-16t160-46v268H0z" fill="#cfe4cf" />
        <path d="M0 282q80-56 180-18t120-42v198H0z" fill="#acd4b1" />
        <path d="M0 362q150-34 300 0v58H0z" fill="#5e9a66" />
        <g transform="translate(26 384) scale(0.72)">
          <Tree />
        </g>
        <g transform="translate(280 388) scale(0.6)">
          <Tree />
        </g>
      </svg>
      <b>
        {name}
        {under !== undefined && <small>{under}</small>}
      </b>
      <span className="cover-arch">
        {page?.thumbnail ? <img src={page.thumbnail} alt="" /> : <Picture name="sunflower" />}
      </span>
      {foot !== undefined && <span className="cover-foot">{foot}</span>}
    </div>
  )
}
