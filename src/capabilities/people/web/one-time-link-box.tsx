import { useState } from 'react'
import { formatInstant } from '#platform/web/format.ts'
import { Button } from '#platform/web/ui/button.tsx'
import { TextField } from '#platform/web/ui/field.tsx'
import type { OneTimeLink } from '../contract.ts'

/** Shown once: the server keeps only its hash. */
export const OneTimeLinkBox = ({ link }: { readonly link: OneTimeLink }) => {
  const [isCopied, setCopied] = useState(false)
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(link.link)
      setCopied(true)
    } catch {
      // Without HTTPS the browser gives no clipboard: the text is there to be selected.
      document.querySelector<HTMLInputElement>('#one-time-link')?.select()
    }
  }
  return (
    <div className="stack stack--tight">
      <TextField
        id="one-time-link"
        label="Đường dẫn dùng một lần"
        hint={`Có hiệu lực đến ${formatInstant(link.expiresAt)}; chỉ hiện lần này.`}
        readOnly
        value={link.link}
        onChange={() => {}}
        onFocus={(event) => event.target.select()}
      />
      <div className="cluster" role="status">
        <Button onClick={() => void copy()}>Sao chép</Button>
        {isCopied && <span className="small">Đã sao chép.</span>}
      </div>
    </div>
  )
}
