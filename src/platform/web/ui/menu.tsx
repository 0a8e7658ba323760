import { MoreHorizontal } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import './button.css'
import './menu.css'

export interface Action {
  readonly id: string
  readonly label: string
  readonly onAction: () => void
  readonly isDisabled?: boolean
}

/** The verbs of one row that do not deserve a button each. */
export const ActionMenu = ({
  label,
  actions,
}: {
  readonly label: string
  readonly actions: readonly Action[]
}) => (
  <MenuTrigger>
    <Button className="button button--quiet button--icon button--small" aria-label={label}>
      <MoreHorizontal className="icon" aria-hidden="true" />
    </Button>
    <Popover className="menu" placement="bottom end" offset={4}>
      <Menu
        className="menu__list"
        disabledKeys={actions.filter((action) => action.isDisabled).map((action) => action.id)}
        onAction={(key) => actions.find((action) => action.id === key)?.onAction()}
      >
        {actions.map((action) => (
          <MenuItem key={action.id} id={action.id} className="menu__item">
            {action.label}
          </MenuItem>
        ))}
      </Menu>
    </Popover>
  </MenuTrigger>
)
