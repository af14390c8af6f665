import content from '../../resources/framework/nine-principles.json' with { type: 'json' }
import { Framework } from '../../shared/model/framework.ts'

/** The framework the product ships. */
export const framework: Framework = Framework.parse(content)
