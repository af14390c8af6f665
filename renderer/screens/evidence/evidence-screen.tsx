import './evidence.css'

/** To be filled. */
export function EvidenceScreen(props: { id: string | null }) {
  return <p>{props.id}</p>
}
