import './principle.css'

/** To be filled. */
export function PrincipleScreen(props: { id: string }) {
  return <p>{props.id}</p>
}
