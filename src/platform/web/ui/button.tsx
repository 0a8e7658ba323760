import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import { Link } from '@tanstack/react-router'
import './button.css'

export type ButtonLook = 'primary' | 'plain' | 'quiet' | 'danger'

interface Looks {
  readonly look?: ButtonLook
  readonly isSmall?: boolean
}

const toClass = ({ look = 'plain', isSmall = false }: Looks, extra = ''): string =>
  `button button--${look}${isSmall ? ' button--small' : ''} ${extra}`.trim()

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement>, Looks {
  /** The work is under way: says so and takes no second press, but keeps the focus. */
  readonly isBusy?: boolean
  readonly ref?: Ref<HTMLButtonElement>
}

/** A verb: "Giao nhiệm vụ". One primary button a page. */
export const Button = ({
  look,
  isSmall,
  isBusy = false,
  className,
  onClick,
  children,
  ...rest
}: ButtonProps) => (
  <button
    type="button"
    {...rest}
    className={toClass({ ...(look ? { look } : {}), ...(isSmall ? { isSmall } : {}) }, className)}
    aria-disabled={isBusy || rest['aria-disabled'] ? true : undefined}
    aria-busy={isBusy || undefined}
    onClick={(event) => {
      if (isBusy) event.preventDefault()
      else onClick?.(event)
    }}
  >
    {children}
  </button>
)

/** A button without words in sight; its name is for the screen reader and the tooltip. */
export const IconButton = ({
  label,
  children,
  ...rest
}: Omit<ButtonProps, 'children'> & { readonly label: string; readonly children: ReactNode }) => (
  <Button
    look="quiet"
    {...rest}
    aria-label={label}
    title={label}
    className={`button--icon ${rest.className ?? ''}`}
  >
    {children}
  </Button>
)

/** Goes somewhere but weighs as much as a button. */
export const LinkButton = ({
  to,
  look,
  isSmall,
  children,
}: Looks & { readonly to: string; readonly children: ReactNode }) => (
  <Link to={to} className={toClass({ ...(look ? { look } : {}), ...(isSmall ? { isSmall } : {}) })}>
    {children}
  </Link>
)
