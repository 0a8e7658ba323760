import { LinkPage } from './link-page.tsx'

const ResetPage = () => <LinkPage purpose="reset" />

export default ResetPage
