/** After a refused form: brings the first field with an error into view and gives it the focus. */
export function showFirstFault(form: HTMLFormElement | null): void {
  // The messages are drawn with the next frame.
  requestAnimationFrame(() => {
    const field = form?.querySelector<HTMLElement>('[aria-invalid="true"], [data-error]');
    const first = field ?? form?.querySelector<HTMLElement>('.mantine-InputWrapper-error');
    first?.scrollIntoView({ block: 'center' });
    if (first?.matches('input, textarea, button, select')) first.focus({ preventScroll: true });
  });
}
