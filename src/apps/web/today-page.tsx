import { TodayPage as Today } from '#platform/web/today/today-page.tsx'
import { webCapabilities } from './capabilities.ts'

const sources = webCapabilities.flatMap((capability) => capability.today ?? [])

const TodayPage = () => <Today sources={sources} />

export default TodayPage
