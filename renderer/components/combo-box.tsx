import { useMemo } from 'react'
import {
  ComboBox as AriaComboBox,
  Button,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components'
import type { FieldWords } from './field.tsx'
import { Icon } from './icon.tsx'

export type ComboOption = {
  readonly id: string
  readonly label: string
  /** A second line, such as a region or another name. It is searched too. */
  readonly detail?: string
}

export type ComboBoxProps = FieldWords & {
  /** What stands in the box. */
  text: string
  options: readonly ComboOption[]
  /** On every keystroke and choice; `option` when one of the list was chosen. */
  onChange: (text: string, option: ComboOption | null) => void
  placeholder?: string
  isRequired?: boolean
  isAutoFocused?: boolean
  /** On leaving the box. */
  onBlur?: () => void
}

/** Type to pick from a long list, or to say something that is not on it. */
export function ComboBox(props: ComboBoxProps) {
  const shown = useMemo(() => matching(props.options, props.text), [props.options, props.text])
  return (
    <AriaComboBox
      className={`field${props.error ? ' field-wrong' : ''}`}
      allowsCustomValue
      allowsEmptyCollection={false}
      menuTrigger="input"
      items={shown}
      inputValue={props.text}
      onInputChange={text => props.onChange(text, null)}
      onSelectionChange={key => {
        const option = props.options.find(one => one.id === key)
        if (option) props.onChange(option.label, option)
      }}
      isRequired={props.isRequired ?? false}
      isInvalid={Boolean(props.error)}
      validationBehavior="aria"
      onBlur={() => props.onBlur?.()}
    >
      <Label className={props.isLabelHidden ? 'hidden-words' : 'label'}>{props.label}</Label>
      {props.hint && (
        <Text slot="description" className="hint">
          {props.hint}
        </Text>
      )}
      <FieldError className="error">{props.error}</FieldError>
      <div className="combo">
        <Input className="input" placeholder={props.placeholder} autoFocus={props.isAutoFocused} />
        <Button className="combo-open" aria-label="Show the list">
          <Icon name="down" />
        </Button>
      </div>
      <Popover className="popover combo-list" offset={2}>
        <ListBox<ComboOption> className="list-box">
          {option => (
            <ListBoxItem id={option.id} textValue={option.label} className="list-item">
              <Text slot="label">{option.label}</Text>
              {option.detail && (
                <Text slot="description" className="list-detail">
                  {option.detail}
                </Text>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  )
}

/** Every word typed must appear; an exact label shows the whole list, so that a choice can be changed. */
function matching(options: readonly ComboOption[], text: string): readonly ComboOption[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  if (options.some(option => option.label === text)) return options
  return options.filter(option => {
    const all = `${option.label} ${option.detail ?? ''}`.toLowerCase()
    return words.every(word => all.includes(word))
  })
}
