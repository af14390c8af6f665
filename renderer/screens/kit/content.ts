import agendas from '../../../resources/kit/agendas.json'
import pieces from '../../../resources/kit/pieces.json'
import preRead from '../../../resources/kit/pre-read.json'
import script from '../../../resources/kit/script.json'
import type { KitPiece } from '../../../shared/model/kit.ts'

/** The words of the kit, as they come with the app. `tests/shared/kit.test.ts` holds them to their model. */
export const kit = { ...agendas, preRead, script, pieces: pieces as readonly KitPiece[] }
