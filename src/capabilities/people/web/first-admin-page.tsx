import { LinkPage } from './link-page.tsx'

const FirstAdminPage = () => <LinkPage purpose="first-admin" />

export default FirstAdminPage
