type Value = string | number | boolean | null | ((event: Event) => void);

/**
 * An element with attributes and content. A function is called on the event of its name, null and
 * false leave an attribute out, text is text.
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, Value>> = {},
  ...content: readonly (Node | string | null | false)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(name, value);
    else if (value === true) made.setAttribute(name, '');
    else if (value !== null && value !== false) made.setAttribute(name, String(value));
  }
  made.append(...content.filter((each) => each !== null && each !== false));
  return made;
}

/** A button that does something and sends no form. */
export function button(
  text: string,
  act: () => void,
  attributes: Readonly<Record<string, Value>> = {},
): HTMLButtonElement {
  return element('button', { type: 'button', click: act, ...attributes }, text);
}

/** A dialog that is taken away when it closes, already open. */
export function openDialog(
  title: string,
  ...content: readonly (Node | string)[]
): HTMLDialogElement {
  const id = `dialog-${document.querySelectorAll('dialog').length}`;
  const dialog = element(
    'dialog',
    { 'aria-labelledby': id },
    element('h2', { id }, title),
    ...content,
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
