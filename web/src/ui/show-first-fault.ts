/** After a refused form: brings the first field with an error into view and gives it the focus. */
export function showFirstFault(): void {
  // The messages are drawn with the next frame.
  requestAnimationFrame(() => {
    const first = document.querySelector('form [aria-invalid="true"], form [id$="-error"]');
    if (first === null) return;
    const field = fieldOf(first);
    field.scrollIntoView({ block: 'center' });
    const input = field.matches(focusable) ? field : field.querySelector(focusable);
    if (input instanceof HTMLElement) input.focus({ preventScroll: true });
  });
}

const focusable = 'input, textarea, button, select';

/** Boxes to tick and groups of choices are known as wrong only by the message that they name. */
function fieldOf(fault: Element): Element {
  if (fault.ariaInvalid === 'true') return fault;
  return document.querySelector(`[aria-describedby~="${CSS.escape(fault.id)}"]`) ?? fault;
}
