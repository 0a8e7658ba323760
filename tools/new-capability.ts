// `npm run new-capability NAME`: writes a skeleton that passes every check, and says how to join it.
import { createCapability, NewCapabilityError } from './new-capability/create.ts'

const name = process.argv[2]
if (name === undefined) {
  console.error('npm run new-capability NAME')
  process.exit(2)
}
try {
  const { names, written } = createCapability('.', name)
  console.log(`${written.map((place) => `  ${place}`).join('\n')}

Two lines join it:
  src/apps/server/capabilities.ts  import { ${names.camel} } from '#capabilities/${names.kebab}/server/capability.ts', and ${names.camel} in the list
  src/apps/web/capabilities.ts     import { ${names.camel}Web } from '#capabilities/${names.kebab}/web/capability.ts', and ${names.camel}Web in the list

Then give its permissions to roles in src/capabilities/people/domain/roles.ts and its store an example of each
function in tools/queries/all.ts, and run: npm run generate`)
} catch (error) {
  if (!(error instanceof NewCapabilityError)) throw error
  console.error(error.message)
  process.exit(1)
}
