import './actions.css'

/** To be filled. */
export function ActionsScreen(props: { id: string | null }) {
  return <p>{props.id}</p>
}
