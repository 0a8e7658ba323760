import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { isRefusal } from '../../src/capabilities/documents/formats/extracted-text.ts'
import { toText } from '../../src/capabilities/documents/formats/to-text.ts'

/** The text of a practice document, by the same adapters that the product uses. */
export const readSource = async (file: string): Promise<string | undefined> => {
  if (!existsSync(file)) return undefined
  const result = await toText(readFileSync(file), path.basename(file))
  if (!isRefusal(result)) return result.text
  console.log(`${path.basename(file)}: ${result.reason}`)
  return undefined
}
