import './picture.css'

/** To be filled. */
export function PictureScreen() {
  return <p>Picture</p>
}
