// `node bin/run.mjs tools/make-sample-documents.ts [YYYY-MM-DD] [OUT]`: writes the sample documents of tỉnh Mẫu as
// files, as an installation of that day would import them. Those in the repository are of 21 November 2026, the
// day for which provinces/tinh-mau/expected was written.
import fs from 'node:fs'
import path from 'node:path'
import { makeSamples } from '#apps/server/pack-files.ts'
import { parsePlainDate } from '#kernel/plain-date.ts'

const [on = '2026-11-21', out = 'provinces/tinh-mau/documents'] = process.argv.slice(2)
const day = parsePlainDate(on)
if (!day) {
  console.error(`Không có ngày ${on}; viết theo dạng 2026-11-21.`)
  process.exit(2)
}
fs.mkdirSync(out, { recursive: true })
for (const { name, bytes } of await makeSamples('tinh-mau', day)) {
  fs.writeFileSync(path.join(out, name), bytes)
  console.log(`${path.join(out, name)}  ${bytes.length} B`)
}
