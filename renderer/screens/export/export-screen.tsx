import './export.css'

/** To be filled. */
export function ExportScreen() {
  return <p>Export</p>
}
