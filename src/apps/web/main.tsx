import '#platform/web/older-browsers.ts'
import '#platform/web/ui/aria-words.ts'
import 'virtual:fonts/interface.css'
import '#platform/web/base.css'
import '#platform/web/print.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { openQueryClient } from '#platform/web/query.ts'
import { followSystemTheme } from '#platform/web/theme.ts'
import { openRouter } from './routes.tsx'
import { goToSignIn } from './sign-in.ts'

followSystemTheme()
const queryClient = openQueryClient(() => goToSignIn(router))
const router = openRouter(queryClient)
const root = document.querySelector('#root')
if (!root) throw new Error('index.html lacks #root')
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
)
